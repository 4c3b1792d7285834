"""Pictures as bytes, each made once and kept under a name that nobody can guess: what the browser asks for by itself.

The component is told the name alone, so that a click, an undo or a reload sends no picture that the browser has.
"""

import gzip
import hmac
import json
from collections import OrderedDict
from functools import cache
from secrets import token_bytes
from threading import Lock

from explorer.render.picture import Picture
from explorer.state.actions import list_actions

MOST_BYTES = 64_000_000
"""Packed pictures that are kept, of all visitors together: some hundreds of the largest."""
PACKED_HOW_WELL = 5


class PictureStore:
    """Packed pictures by name, those asked for longest ago leave first.

    The same picture has the same name for everybody while the process lives, so that a browser's own cache knows it;
    the name is keyed, so that who was not told it cannot work it out from the records.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes, self._key, self._lock = most_bytes, token_bytes(32), Lock()
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._bytes = 0

    def keep(self, picture: Picture) -> str:
        """The picture's name; from then on `find` has it, with what can be done to pictures. Costs nothing where it is
        there."""
        name = hmac.new(self._key, picture.revision.encode(), "sha256").hexdigest()
        with self._lock:
            if name in self._kept:
                self._kept.move_to_end(name)
                return name
        packed = gzip.compress(
            json.dumps({**picture.payload(), "actions": list_actions()}).encode(), PACKED_HOW_WELL, mtime=0
        )
        with self._lock:
            self._put(name, packed)
        return name

    def find(self, name: str) -> bytes | None:
        """The JSON of a picture, packed by gzip; None where there is none of that name (any more)."""
        with self._lock:
            if name in self._kept:
                self._kept.move_to_end(name)
            return self._kept.get(name)

    def _put(self, name: str, packed: bytes) -> None:
        """The newest stays, however large it is."""
        if name not in self._kept:
            self._bytes += len(packed)
        self._kept[name] = packed
        while self._bytes > self._most_bytes and len(self._kept) > 1:
            self._bytes -= len(self._kept.popitem(last=False)[1])


@cache
def get_picture_store() -> PictureStore:
    """The store of this process: its pages fill it, its server answers from it."""
    return PictureStore()
