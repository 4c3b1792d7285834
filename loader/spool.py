"""Many items written once and read as often as wanted: in memory while they are few, else in a temporary file."""

import marshal
import struct
from collections.abc import Callable, Iterator
from tempfile import SpooledTemporaryFile
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
AT_ONCE = 500
"""Items that are written as one block."""
IN_MEMORY = 32_000_000
"""Bytes up to which no file is needed."""
LENGTH = struct.Struct("<I")


class Spool(Generic[Item]):
    """Keeps items as plain tuples, lists, texts and numbers: `pack` makes them so, `unpack` makes the items again."""

    def __init__(self, pack: Callable[[Item], tuple[Any, ...]], unpack: Callable[..., Item]) -> None:
        self._pack, self._unpack = pack, unpack
        self._file = SpooledTemporaryFile(max_size=IN_MEMORY, prefix="lodegraph-")  # noqa: SIM115, it lives with the spool
        self._waiting: list[tuple[Any, ...]] = []
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def add(self, item: Item) -> None:
        """Put an item behind the others; nothing is added while somebody reads."""
        self._waiting.append(self._pack(item))
        self._size += 1
        if len(self._waiting) == AT_ONCE:
            self._write()

    def __iter__(self) -> Iterator[Item]:
        self._write()
        self._file.seek(0)
        while head := self._file.read(LENGTH.size):
            for packed in marshal.loads(self._file.read(LENGTH.unpack(head)[0])):
                yield self._unpack(*packed)

    def _write(self) -> None:
        if self._waiting:
            block = marshal.dumps(self._waiting)
            self._file.write(LENGTH.pack(len(block)))
            self._file.write(block)
            self._waiting = []
