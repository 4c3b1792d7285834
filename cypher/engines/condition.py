"""How the embedded engine on a data folder is doing, seen from outside: nothing is started, stopped or cleared."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

import portalocker
from portalocker import LockFlags

from cypher.engines.folder import EngineFolder, engine_folder_in
from cypher.engines.process import engine_process
from cypher.engines.state import read_state


class Running(StrEnum):
    """Whether the engine runs, and who uses it."""

    NEVER = "never"
    STOPPED = "stopped"
    KILLED = "killed"
    USED = "used"
    UNUSED = "unused"


@dataclass(frozen=True)
class Condition:
    """The engine's folder, and whether it runs; `pid` is its process, or was before it was killed."""

    folder: Path
    running: Running
    pid: int | None = None

    @property
    def has_data(self) -> bool:
        """Whether an engine has kept a graph there."""
        return self.running is not Running.NEVER


def condition_of(data_dir: Path) -> Condition:
    """The engine on `data_dir`. UNUSED is one that outlived its last user, who was killed."""
    folder = engine_folder_in(data_dir)
    if not (folder.path / "databases").exists():
        return Condition(folder.path, Running.NEVER)
    state = read_state(folder)
    if state is None:
        return Condition(folder.path, Running.STOPPED)
    if engine_process(folder, state) is None:
        return Condition(folder.path, Running.KILLED, state.pid)
    return Condition(folder.path, Running.USED if _is_used(folder) else Running.UNUSED, state.pid)


def _is_used(folder: EngineFolder) -> bool:
    """Whether a command uses it, or is about to: whoever comes or goes holds the first lock while doing so."""
    try:
        with folder.start_lock.open("a") as start, folder.users_lock.open("a") as users:
            return not (_is_free(start) and _is_free(users))
    except OSError:
        return True


def _is_free(file: IO[Any]) -> bool:
    """Take the lock if nobody has it; it is given back when the file is closed."""
    try:
        portalocker.lock(file, LockFlags.EXCLUSIVE | LockFlags.NON_BLOCKING)
    except portalocker.LockException:
        return False
    return True
