"""Where own queries lie, and which files of that folder are looked into: plain files of a bounded size."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from cypher.engines.folder import data_dir
from cypher.settings import GraphSettings

ENDING = ".cypher"
MOST_BYTES = 100_000
"""Bytes of one file: some thirty times the largest of ours."""
MOST_FILES = 500
FILE_NAME = re.compile(r"[a-z][a-z0-9-]{0,79}\.cypher")
TAKEN_BY_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:-.*)?\.cypher")
"""Names that are devices there; with what follows they only look like it."""


class Unreadable(Exception):
    """A file of the folder that is not looked into; the message says why, and what to do."""


def own_folder() -> Path:
    """The folder that LODEGRAPH_QUERIES names, else `queries` in the user's data folder; it need not be there."""
    named = GraphSettings().lodegraph_queries
    return named.expanduser() if named else data_dir() / "queries"


def is_safe_name(name: str) -> bool:
    """Whether a file's name leads to a place in its own folder, on every system, and is one of a query."""
    return FILE_NAME.fullmatch(name) is not None and TAKEN_BY_WINDOWS.fullmatch(name) is None


def list_files(folder: Path) -> Iterator[Path]:
    """The files of queries in a folder, by name, links among them; none where there is no folder."""
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    yield from (folder / name for name in names if name.lower().endswith(ENDING) and not name.startswith("."))


def read_text(path: Path) -> str:
    """The text of a file of queries, line ends as one sign. Raises Unreadable; follows no link, waits for no device."""
    try:
        opened = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if path.is_symlink():
            raise Unreadable("it is a link, which is not followed: put a copy of the file there") from None
        raise Unreadable(f"it cannot be read ({error.strerror or error})") from None
    with os.fdopen(opened, "rb") as file:
        if path.is_symlink() or not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise Unreadable("it is no plain file")
        return decode(file.read(MOST_BYTES + 1))


def decode(content: bytes) -> str:
    """Bytes of a query's file as text. Raises Unreadable for what is too long or no UTF-8."""
    if len(content) > MOST_BYTES:
        raise Unreadable(f"it has more than {MOST_BYTES:,} bytes: a query has a few thousand")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"line {line} is no UTF-8: save it in that encoding") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def show_name(name: str) -> str:
    """A file's name as it may be told: what cannot be seen becomes a question mark, what is long is cut."""
    return "".join(sign if sign.isprintable() else "?" for sign in name)[:120]
