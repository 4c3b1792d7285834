"""Where the embedded engine keeps its data, and whether one can write there."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from cypher.errors import EngineError

LEAST_FREE = 200 * 1024 * 1024
"""Bytes that must be free before an engine starts: its logs of changes alone may take this much."""


def data_dir() -> Path:
    """The user's data folder for this program; XDG_DATA_HOME is respected."""
    return user_data_path("lodegraph", appauthor=False)


@dataclass(frozen=True)
class EngineFolder:
    """The folder of one engine, and the names of what we put there."""

    path: Path

    @property
    def config(self) -> Path:
        """The engine's own settings folder."""
        return self.path / "config"

    @property
    def log(self) -> Path:
        """What the engine said since it was last started."""
        return self.path / "engine.log"

    @property
    def state(self) -> Path:
        """What an engine that is up leaves for the next command to find."""
        return self.path / "engine.json"

    @property
    def start_lock(self) -> Path:
        """Locked by whoever is starting or stopping the engine."""
        return self.path / "start.lock"

    @property
    def users_lock(self) -> Path:
        """Locked, shared, by every process that uses the engine."""
        return self.path / "users.lock"


def engine_folder_in(data: Path) -> EngineFolder:
    """The engine's folder inside `data`, whether it is there or not, under the one name that all commands use."""
    return EngineFolder((data / "engine").resolve())


def engine_folder(data: Path) -> EngineFolder:
    """The engine's folder inside `data`, made where it is missing, closed to other users. Raises EngineError."""
    folder = engine_folder_in(data)
    refuse_unusable_name(folder.path)
    refuse_missing_home(folder.path)
    with translate_os_errors(folder):
        folder.path.mkdir(parents=True, exist_ok=True)
        folder.path.chmod(0o700)
        folder.config.mkdir(exist_ok=True)
    return folder


def check_space(folder: EngineFolder) -> None:
    """Refuse a disk that is all but full: an engine that cannot write damages nothing, but fails in odd ways."""
    free = shutil.disk_usage(folder.path).free
    if free < LEAST_FREE:
        raise EngineError(
            f"the disk that holds {folder.path} is nearly full ({free >> 20} MB free, {LEAST_FREE >> 20} MB needed): "
            "free some space, or set XDG_DATA_HOME to a folder on another disk"
        )


def refuse_missing_home(path: Path) -> None:
    """Make no home folder for who has none (a service's user, say). Raises EngineError."""
    home = Path.home()
    if home in path.parents and not home.exists():
        raise EngineError(
            f"data belongs into {path}, and the home folder {home} is not there: make it, correct HOME, "
            "or set XDG_DATA_HOME to a folder that you may write to"
        )


def refuse_unusable_name(path: Path) -> None:
    """The engine knows names of files in UTF-8 only. Raises EngineError."""
    try:
        os.fsencode(path).decode("utf-8")
    except UnicodeDecodeError:
        shown = os.fsencode(path).decode("utf-8", "replace")
        raise EngineError(
            f"the graph cannot be kept in {shown}: the folder's name is not in UTF-8: "
            "set XDG_DATA_HOME to a folder whose name is"
        ) from None


@contextmanager
def translate_os_errors(folder: EngineFolder) -> Iterator[None]:
    """Turn what the file system refuses into an EngineError that says what to do."""
    try:
        yield
    except OSError as error:
        raise EngineError(f"cannot keep the graph in {folder.path}: {explain_refusal(error)}") from error


def explain_refusal(error: OSError) -> str:
    """What is wrong with a folder that cannot be made or written to, and what to do."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return "the disk is full: free some space, or set XDG_DATA_HOME to a folder on another disk"
        case errno.ENAMETOOLONG:
            return "the folder's name is too long: set XDG_DATA_HOME to one with a shorter name"
        case errno.ENOTDIR | errno.EEXIST:
            return f"{error.filename} is not a folder: take it away, or set XDG_DATA_HOME to another folder"
        case errno.EROFS:
            return "the disk may only be read: set XDG_DATA_HOME to a folder on another disk"
        case _:
            return f"{error.strerror or error}: make the folder writable, or set XDG_DATA_HOME to one that is"
