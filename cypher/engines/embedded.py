"""The embedded engine, from finding or starting it to stopping it when nobody uses it any more."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cypher.engines.folder import EngineFolder, engine_folder, translate_os_errors
from cypher.engines.java import DATABASE
from cypher.engines.locks import UserLock, is_used, start_lock
from cypher.engines.process import PortTaken, engine_process, stop, wait_until_ready
from cypher.engines.start import start_again, start_anew
from cypher.engines.state import EngineState, read_state, remove_state
from cypher.engines.watch import USUAL, EngineWatch, WatchLimits
from cypher.errors import EngineError
from cypher.server import SqlEndpoint

Tell = Callable[[str], None]
events = logging.getLogger("lodegraph.engine")


@dataclass(frozen=True)
class RunningEngine:
    """An engine that serves, and how to log in: as one who writes, or as one who only reads."""

    bolt_uri: str
    user: str
    password: str = field(repr=False)
    reader_user: str
    reader_password: str = field(repr=False)
    version: str
    started_here: bool
    folder: EngineFolder
    sql: SqlEndpoint


@contextmanager
def embedded_engine(data_dir: Path, tell: Tell, limits: WatchLimits = USUAL) -> Iterator[RunningEngine]:
    """Use the engine on `data_dir`: attach to it where it runs, else start it; the last user stops it.

    While it is used, one that ends by itself or hangs is started again, under the same address, within `limits`.
    `tell` hears what is going on. Raises EngineError when there is no engine to be had.
    """
    folder = engine_folder(data_dir)
    with translate_os_errors(folder), start_lock(folder):
        attached = _attach(folder, tell)
        state = attached or _start(folder, tell)
        user_lock = UserLock(folder)
    watch = EngineWatch(folder, state, tell, limits)
    watch.begin()
    try:
        yield _running(folder, state, started_here=attached is None)
    finally:
        watch.end()
        with translate_os_errors(folder), start_lock(folder):
            if user_lock.release():
                _stop(folder, tell)


def _attach(folder: EngineFolder, tell: Tell) -> EngineState | None:
    state = read_state(folder)
    if state is None or engine_process(folder, state) is None:
        return None
    try:
        wait_until_ready(folder, state)
    except EngineError:
        tell(f"The embedded graph that was running (process {state.pid}) does not answer: starting it again")
        events.warning("engine did not answer", extra={"pid": state.pid})
        stop(folder, state)
        return None
    events.info("engine joined", extra={"pid": state.pid, "version": state.version})
    return state


def _start(folder: EngineFolder, tell: Tell) -> EngineState:
    tell(f"Starting the embedded graph; its data is in {folder.path}")
    began = time.monotonic()
    state = _start_for_all(folder)
    seconds = time.monotonic() - began
    tell(f"The embedded graph is ready ({seconds:.1f} s)")
    events.info("engine started", extra={"pid": state.pid, "version": state.version, "seconds": round(seconds, 2)})
    return state


def _start_for_all(folder: EngineFolder) -> EngineState:
    """Start it: where others still use one that has ended, so that they find it again."""
    ended = read_state(folder)
    if ended is not None and is_used(folder):
        try:
            return start_again(folder, ended)
        except PortTaken:
            events.warning("engine's port taken", extra={"port": ended.bolt_port})
    return start_anew(folder)


def _stop(folder: EngineFolder, tell: Tell) -> None:
    state = read_state(folder)
    if state is not None and engine_process(folder, state) is not None:
        tell("Stopping the embedded graph")
        stop(folder, state)
        events.info("engine stopped", extra={"pid": state.pid})
    remove_state(folder)


def _running(folder: EngineFolder, state: EngineState, started_here: bool) -> RunningEngine:
    who = state.accounts
    return RunningEngine(
        f"bolt://127.0.0.1:{state.bolt_port}",
        who.user,
        who.password,
        who.reader_user,
        who.reader_password,
        state.version,
        started_here,
        folder,
        SqlEndpoint(state.http_port, who.user, who.password, DATABASE),
    )
