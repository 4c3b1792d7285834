"""Files that a picture can be taken along as: each is written when somebody asks for it, by a name nobody can guess."""

import hmac
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from secrets import token_bytes
from threading import Lock
from typing import TypedDict

MOST_KEPT = 64
"""Pictures of all visitors together whose files can be asked for: those looked at last."""


class FilePayload(TypedDict):
    """One file as the component offers it: its last part of the path, what the menu calls it, and its name."""

    name: str
    text: str
    file: str


@dataclass(frozen=True)
class PictureFile:
    """A file of one picture. `write` makes its text, and raises what the graph raises."""

    name: str
    text: str
    file: str
    mime: str
    write: Callable[[], str]

    def payload(self) -> FilePayload:
        """For the component."""
        return {"name": self.name, "text": self.text, "file": self.file}


class FileStore:
    """The files of pictures by the pictures' names; those of which a page showed the picture longest ago leave first.

    As with the pictures, the name is keyed: who was not told it cannot work it out.
    """

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most, self._key, self._lock = most, token_bytes(32), Lock()
        self._kept: OrderedDict[str, tuple[PictureFile, ...]] = OrderedDict()

    def keep(self, told: str, files: Sequence[PictureFile]) -> str:
        """The name of what is seen, which `told` differs for; from then on `find` has its files."""
        name = hmac.new(self._key, told.encode(), "sha256").hexdigest()
        with self._lock:
            self._kept[name] = tuple(files)
            self._kept.move_to_end(name)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return name

    def find(self, name: str, file: str) -> PictureFile | None:
        """One file of a picture; None where there is none of these names (any more)."""
        with self._lock:
            kept = self._kept.get(name, ())
        return next((one for one in kept if one.name == file), None)


@cache
def get_file_store() -> FileStore:
    """The store of this process: its pages fill it, its server answers from it."""
    return FileStore()
