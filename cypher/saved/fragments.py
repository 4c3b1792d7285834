"""Lines that several queries share, such as what belongs to a country: written once, read into each query's text."""

import re
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "fragments"
LINE = re.compile(r"^\{\{(?P<name>[a-z]+(?: [a-z]+)*) (?P<node>[a-z]\w*)\}\}(?P<when> //.*)?$", re.MULTILINE)
"""A line of its own: `{{agencies of n}} // with agencies`; the word behind the name is the node's in the query."""
NODE = "{{node}}"


class UnknownFragment(ValueError):
    """A line that names no fragment; `at`: where it stands in the text."""

    def __init__(self, name: str, at: int) -> None:
        super().__init__(f"there is no fragment '{name}': there are {', '.join(sorted(fragment_names()))}")
        self.at = at


def fragment_names() -> set[str]:
    """What may stand there, in words."""
    return {path.stem.replace("-", " ") for path in FOLDER.glob("*.cypher")}


def read_in(text: str) -> str:
    """The text in which such lines have become those of their fragments, each under the line's own conditions.

    Raises UnknownFragment.
    """
    return LINE.sub(lambda line: "\n".join(_lines_of(line)), text)


def _lines_of(line: re.Match[str]) -> Iterator[str]:
    if line["name"] not in fragment_names():
        raise UnknownFragment(line["name"], line.start())
    path = FOLDER / f"{line['name'].replace(' ', '-')}.cypher"
    for one in path.read_text(encoding="utf-8").strip().splitlines():
        yield one.replace(NODE, line["node"]) + (line["when"] or "")
