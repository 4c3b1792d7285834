"""Who uses the engine: one lock to start or stop it, and one that all users share.

The locks belong to open files, so the system drops them when a process dies,
however it dies: nothing has to be cleaned up.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from typing import IO, Any

import portalocker
from portalocker import LockFlags

from cypher.engines.folder import EngineFolder
from cypher.errors import EngineError

TIMEOUT = 120.0
"""Seconds to wait for another process that is starting or stopping the engine."""


class UserLock:
    """The right to use the engine; while any process holds one, nobody stops it."""

    def __init__(self, folder: EngineFolder) -> None:
        """Take part. Call it, and `release`, only under `start_lock`."""
        self._file: IO[Any] = folder.users_lock.open("a")
        portalocker.lock(self._file, LockFlags.SHARED | LockFlags.NON_BLOCKING)

    def release(self) -> bool:
        """Leave; True when nobody else is left."""
        portalocker.unlock(self._file)
        try:
            portalocker.lock(self._file, LockFlags.EXCLUSIVE | LockFlags.NON_BLOCKING)
        except portalocker.LockException:
            return False
        else:
            return True
        finally:
            self._file.close()


class Use(Enum):
    """Who has to do with the engine: nobody, users, or somebody who is starting or stopping it."""

    NONE = auto()
    USERS = auto()
    CHANGING = auto()


def use_of(folder: EngineFolder) -> Use:
    """Who has to do with it now, from outside."""
    with folder.start_lock.open("a") as start:
        return Use.CHANGING if not _is_free(start) else Use.USERS if is_used(folder) else Use.NONE


def is_used(folder: EngineFolder) -> bool:
    """Whether some process holds a UserLock. Call it only under `start_lock`: looking takes the lock for a moment."""
    with folder.users_lock.open("a") as users:
        return not _is_free(users)


def _is_free(file: IO[Any]) -> bool:
    """Take the lock if nobody has it; it is given back when the file is closed."""
    try:
        portalocker.lock(file, LockFlags.EXCLUSIVE | LockFlags.NON_BLOCKING)
    except portalocker.LockException:
        return False
    return True


@contextmanager
def start_lock(folder: EngineFolder) -> Iterator[None]:
    """Be the only one who decides about the engine; waits for another who does. Raises EngineError after TIMEOUT."""
    with folder.start_lock.open("a") as file:
        _take(file, folder)
        yield


def _take(file: IO[Any], folder: EngineFolder) -> None:
    deadline = time.monotonic() + TIMEOUT
    while True:
        try:
            portalocker.lock(file, LockFlags.EXCLUSIVE | LockFlags.NON_BLOCKING)
        except portalocker.LockException as error:
            if time.monotonic() > deadline:
                raise EngineError(
                    f"another process has been starting or stopping the graph in {folder.path} for "
                    f"{TIMEOUT:.0f} s: end it, then try again"
                ) from error
            time.sleep(0.05)
        else:
            return
