"""A file to be brought in, opened: from a path, a packed file or standard input, never more of it than is bounded."""

import gzip
import io
import shutil
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from loader.imports.read import limits
from loader.imports.rows import BadFile

STANDARD_INPUT = "-"
GZIP = b"\x1f\x8b"
ZIP = b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"


class _Bounded(io.RawIOBase):
    """What a file unpacks to, up to a number of bytes; raises BadFile beyond, and where it cannot be unpacked."""

    def __init__(self, file: BinaryIO, name: str, most: int) -> None:
        self._file, self._name, self._left, self._most = file, name, most, most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            content = self._file.read(min(len(buffer), self._left + 1))
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise BadFile(f"{self._name} cannot be unpacked ({error}): pack it again, or unpack it first") from None
        if len(content) > self._left:
            size = f"{self._most / 2**30:g} GB"
            raise BadFile(f"{self._name} holds more than {size}, unpacked: split it into several files")
        self._left -= len(content)
        buffer[: len(content)] = content
        return len(content)


@contextmanager
def open_file(path: Path, most: int = limits.BYTES) -> Iterator[BinaryIO]:
    """The bytes of a file, unpacked where it is gzip. Raises BadFile where it is none that can be read, OSError."""
    with path.open("rb") as raw:
        head = raw.read(4)
        raw.seek(0)
        if head.startswith(OLD_EXCEL):
            raise BadFile(f"{path.name} is a workbook of before 2007, or one with a password: save it as .xlsx or CSV")
        packed = head.startswith(GZIP)
        content: BinaryIO = gzip.GzipFile(fileobj=raw) if packed else raw  # type: ignore[assignment]
        with io.BufferedReader(_Bounded(content, path.name, most), 2**16) as file:
            yield file


@contextmanager
def from_standard_input(named: str) -> Iterator[Path]:
    """Standard input as a file of its own, since it is read more than once."""
    with tempfile.TemporaryDirectory(prefix="lodegraph-") as folder:
        path = Path(folder, named)
        with path.open("wb") as file:
            bounded = io.BufferedReader(_Bounded(sys.stdin.buffer, "standard input", limits.BYTES))
            shutil.copyfileobj(bounded, file)
        yield path


def stem_of(path: Path) -> str:
    """A file's name without the endings of its format."""
    name = path.name
    while (shorter := Path(name).stem) != name:
        name = shorter
    return name


def endings_of(path: Path) -> str:
    """The ending that tells the format, without that of a packed file."""
    suffixes = [s.lower() for s in path.suffixes if s.lower() != ".gz"]
    return suffixes[-1] if suffixes else ""


@contextmanager
def open_seekable(path: Path) -> Iterator[BinaryIO]:
    """The same as `open_file`, as a file that can be read in any order. Raises BadFile, OSError."""
    with open_file(path) as file, tempfile.TemporaryFile() as whole:
        shutil.copyfileobj(file, whole)
        whole.seek(0)
        yield whole
