"""A file of a data set, opened once: its bytes are hashed as they are read, so that a digest is of what was read."""

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias

from loader.read import limits
from loader.records import Problem, RawRecord, Where

FileHashes: TypeAlias = dict[str, str]
"""By a file's name below the folder, the SHA-256 of its bytes; files that were not read to their end are not in it."""
Reader: TypeAlias = Callable[[BinaryIO, str], Iterable[RawRecord | Problem]]
AT_ONCE = 2**16


class _HashedBytes(io.RawIOBase):
    """What a file holds, hashed as it goes by."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb", buffering=0)
        self.hash = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = self._file.readinto(buffer) or 0
        self.hash.update(buffer[:size])
        return size

    def close(self) -> None:
        self._file.close()
        super().close()


@contextmanager
def open_hashed(path: Path, name: str, hashes: FileHashes) -> Iterator[BinaryIO]:
    """The file for reading from its beginning to its end; notes its hash where the end was reached."""
    content = _HashedBytes(path)
    with io.BufferedReader(content, AT_ONCE) as file:
        yield file
        if not file.read(1):
            hashes[name] = content.hash.hexdigest()


def read_file(path: Path, name: str, read: Reader, hashes: FileHashes) -> Iterator[RawRecord | Problem]:
    """The records of one file by the reader of its format; a file that the system does not give us is a Problem."""
    try:
        with open_hashed(path, name, hashes) as file:
            yield from read(file, name)
    except OSError as error:
        yield limits.unreadable(Where(name, 1), error)
