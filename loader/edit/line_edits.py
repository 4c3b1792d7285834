"""New lines for some of a file's, and the difference for people."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path

Change = Callable[[str], str | None]
"""From a line's text, without its end, to the new one; None where the line is not as it was thought to be."""


@dataclass(frozen=True)
class FileEdit:
    """A file of the set as it is and as it is to be; `name` is below the set's folder."""

    path: Path
    name: str
    before: str = field(repr=False)
    after: str = field(repr=False)

    @property
    def difference(self) -> str:
        """What changes, as a unified diff."""
        old, new = (text.splitlines(keepends=True) for text in (self.before, self.after))
        told = unified_diff(old, new, self.name, self.name, n=1)
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in told)


def edit_lines(path: Path, name: str, changes: Mapping[int, list[Change]]) -> tuple[FileEdit, list[int]]:
    """A file with changes to some of its lines (counted from 1), and the lines that could not be changed.

    Everything else, comments and line ends too, stays as it was.
    """
    before = path.read_bytes().decode("utf-8")
    lines, refused = before.split("\n"), []
    for number, several in sorted(changes.items()):
        for change in several:
            line = lines[number - 1] if number <= len(lines) else ""
            end = "\r" if line.endswith("\r") else ""
            new = change(line.removesuffix("\r"))
            if new is None:
                refused.append(number)
            else:
                lines[number - 1] = new.replace("\n", f"{end}\n") + end
    return FileEdit(path, name, before, "\n".join(lines)), refused
