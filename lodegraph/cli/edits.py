"""Edits of the records' files that a command makes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ledger.text import UNSEEN, plain_line
from lodegraph.cli.output import Exit, fail, tell

if TYPE_CHECKING:
    from loader.edit import FileEdit


def show_difference(edit: "FileEdit") -> None:
    """Say what an edit changes, on standard error, line by line."""
    for line in edit.difference.splitlines():
        tell(plain_line(line) if line.startswith(("---", "+++", "@@")) else line[:1] + UNSEEN.sub("?", line[1:]))


def write_edits(edits: "Iterable[FileEdit]") -> None:
    """Write each file that changes; ends the command at the first that cannot be written, or was changed meanwhile."""
    from loader.edit import write_atomically

    for edit in edits:
        if edit.before == edit.after:
            continue
        try:
            if edit.path.read_bytes() != edit.before.encode("utf-8"):
                fail(f"{edit.path} was changed meanwhile and is left as it is: run the command again", Exit.REFUSED)
            write_atomically(edit.path, edit.after)
        except OSError as error:
            fail(f"cannot write {edit.path}: {error.strerror or error}", Exit.REFUSED)
        tell(f"written to {edit.path}")
