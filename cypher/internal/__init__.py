"""The program's own statements: one file each, named after what it answers, with places for names and families."""

from functools import cache
from itertools import takewhile
from pathlib import Path

from cypher.text.template import Families, Literal, PropertyMap, fill

FOLDER = Path(__file__).parent
NONE: Families = {}


def statement(name: str, families: Families = NONE, /, **names: str | PropertyMap | Literal) -> str:
    """The text of `<name>.cypher`, its places filled: `{{label}}` by a name given here, `{{walkable}}` by a family.

    Every name is quoted, those of a PropertyMap too. Raises BadTemplate, which names file, line and column, for a
    place that nothing fills.
    """
    return fill(_text(name), names, families, f"{name}.cypher").strip()


@cache
def statement_names() -> frozenset[str]:
    """The names of all statements."""
    return frozenset(path.stem for path in FOLDER.glob("*.cypher"))


@cache
def _text(name: str) -> str:
    """The file's text; the comment above it becomes empty lines, so that lines keep their numbers."""
    lines = (FOLDER / f"{name}.cypher").read_text(encoding="utf-8").splitlines()
    head = len(list(takewhile(lambda line: line.startswith("//"), lines)))
    return "\n".join([""] * head + lines[head:])
