"""How the embedded engine on a data folder is doing, seen from outside: nothing is started, stopped or cleared."""

import shutil
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cypher.engines.folder import EngineFolder, engine_folder_in
from cypher.engines.locks import Use, use_of
from cypher.engines.process import answers, engine_process
from cypher.engines.state import EngineState, read_state
from cypher.errors import DiskFull, EngineError

FULL = 16 * 1024 * 1024
"""Bytes: with fewer free, one more of the engine's files may not find room."""


class Running(StrEnum):
    """Whether the engine runs, and who uses it."""

    NEVER = "never"
    STOPPED = "stopped"
    KILLED = "killed"
    RESTARTING = "restarting"
    GIVEN_UP = "given up"
    HUNG = "hung"
    STARTING = "starting"
    USED = "used"
    UNUSED = "unused"


@dataclass(frozen=True)
class EngineStatus:
    """The engine's folder, and whether it runs; `pid` is its process, or was before it ended.

    `because`: how it ended where those who use it have given it up.
    """

    folder: Path
    running: Running
    pid: int | None = None
    because: str = ""

    @property
    def has_data(self) -> bool:
        """Whether an engine has kept a graph there."""
        return self.running is not Running.NEVER


def read_engine_status(data_dir: Path) -> EngineStatus:
    """The engine on `data_dir`.

    UNUSED is one that outlived its last user, who was killed; RESTARTING one that ended while it was used, which its
    users start again unless they have GIVEN_UP; HUNG one that lives and does not answer, though nobody is
    STARTING it.
    """
    return _condition(engine_folder_in(data_dir))


@dataclass(frozen=True)
class EmbeddedEngine:
    """An engine that we run ourselves, for who uses it and finds that it does not answer; `path` is its folder."""

    path: Path

    def why_silent(self) -> EngineError | None:
        """What has become of it, or None where it answers."""
        folder = EngineFolder(self.path)
        found = _condition(folder)
        match found.running:
            case Running.USED | Running.UNUSED:
                return None
            case Running.RESTARTING:
                return EngineError("the graph's engine stopped and is being started again", "wait a few seconds")
            case Running.STARTING:
                return EngineError("the graph's engine is being started", "wait a few seconds")
            case Running.HUNG:
                return EngineError(
                    f"the graph's engine (process {found.pid}) does not answer",
                    "wait: if it goes on for ten seconds, it is started again",
                )
            case Running.GIVEN_UP:
                return EngineError(
                    f"the graph's engine {found.because}, and is not started again",
                    f"its log, {folder.log}, may say why; then end the command that uses it, and call it anew",
                )
            case _:
                return EngineError("the graph's engine was stopped", "call the command again, which starts it")

    def why_unwritable(self, said: str) -> DiskFull | None:
        """Whether its disk is full, of which the engine itself says nothing; `said` is what it did say."""
        free = shutil.disk_usage(self.path).free
        if free > FULL:
            return None
        return DiskFull(
            f"the disk that holds {self.path} is full ({free >> 20} MB free), and the graph could not be written to "
            f"({said})",
            "free some space, then call the command again: what was written before is kept",
        )


def _condition(folder: EngineFolder) -> EngineStatus:
    if not (folder.path / "databases").exists():
        return EngineStatus(folder.path, Running.NEVER)
    state, use = read_state(folder), _use_of(folder)
    if state is None:
        return EngineStatus(folder.path, Running.RESTARTING if use is Use.USERS else Running.STOPPED)
    if engine_process(folder, state) is None:
        return EngineStatus(folder.path, _tell_end(state, use), state.pid, state.given_up)
    if not answers(state.http_port):
        return EngineStatus(folder.path, Running.STARTING if use is Use.CHANGING else Running.HUNG, state.pid)
    return EngineStatus(folder.path, Running.UNUSED if use is Use.NONE else Running.USED, state.pid)


def _tell_end(state: EngineState, use: Use) -> Running:
    if use is Use.NONE:
        return Running.KILLED
    return Running.GIVEN_UP if state.given_up else Running.RESTARTING


def _use_of(folder: EngineFolder) -> Use:
    try:
        return use_of(folder)
    except OSError:
        return Use.USERS
