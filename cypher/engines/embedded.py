"""The embedded engine, from finding or starting it to stopping it when nobody uses it any more."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cypher.engines.accounts import new_accounts, write_accounts
from cypher.engines.folder import EngineFolder, check_space, engine_folder, engine_folder_in, explained_folder
from cypher.engines.java import engine_version
from cypher.engines.lease import Lease, starting
from cypher.engines.process import PortTaken, engine_process, free_ports, spawn, stop, wait_until_ready
from cypher.engines.state import EngineState, read_state, remove_state, write_state
from cypher.errors import EngineError
from cypher.interrupted import interruption_later

Tell = Callable[[str], None]
events = logging.getLogger("lodegraph.engine")
TRIES = 3
"""A port that was free may be taken by the time the engine listens."""


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


@contextmanager
def embedded_engine(data_dir: Path, tell: Tell) -> Iterator[RunningEngine]:
    """Use the engine on `data_dir`: attach to it where it runs, else start it; the last user stops it.

    `tell` hears what is going on. Raises EngineError when there is no engine to be had.
    """
    folder = engine_folder(data_dir)
    with explained_folder(folder), starting(folder):
        engine = _attach(folder, tell) or _start(folder, tell)
        lease = Lease(folder)
    try:
        yield engine
    finally:
        with explained_folder(folder), starting(folder):
            if lease.end():
                _stop(folder, tell)


def running_engine(data_dir: Path) -> RunningEngine | None:
    """The engine that runs on `data_dir` now, or None. It may stop at any moment: to use it, `embedded_engine`."""
    folder = engine_folder_in(data_dir)
    state = read_state(folder)
    return _running(state, started_here=False) if state and engine_process(folder, state) else None


def _attach(folder: EngineFolder, tell: Tell) -> RunningEngine | None:
    state = read_state(folder)
    if state is None or engine_process(folder, state) is None:
        remove_state(folder)
        return None
    try:
        wait_until_ready(folder, state)
    except EngineError:
        tell(f"The embedded graph that was running (process {state.pid}) does not answer: starting it again")
        events.warning("engine did not answer", extra={"pid": state.pid})
        stop(folder, state)
        remove_state(folder)
        return None
    events.info("engine joined", extra={"pid": state.pid, "version": state.version})
    return _running(state, started_here=False)


def _start(folder: EngineFolder, tell: Tell) -> RunningEngine:
    check_space(folder)
    tell(f"Starting the embedded graph; its data is in {folder.path}")
    began = time.monotonic()
    state = _start_patiently(folder)
    seconds = time.monotonic() - began
    tell(f"The embedded graph is ready ({seconds:.1f} s)")
    events.info("engine started", extra={"pid": state.pid, "version": state.version, "seconds": round(seconds, 2)})
    return _running(state, started_here=True)


def _start_patiently(folder: EngineFolder) -> EngineState:
    for _ in range(TRIES - 1):
        try:
            return _start_once(folder)
        except PortTaken:
            continue
    return _start_once(folder)


def _start_once(folder: EngineFolder) -> EngineState:
    accounts = new_accounts()
    write_accounts(folder, accounts)
    bolt_port, http_port = free_ports()
    version = engine_version()
    state = None
    try:
        with interruption_later():  # until we know the number of what we started
            state = EngineState(spawn(folder, bolt_port, http_port), bolt_port, http_port, version, accounts)
        write_state(folder, state)
        wait_until_ready(folder, state)
    except BaseException:  # Ctrl-C too: nothing that we started stays behind
        if state is not None:
            stop(folder, state)
        remove_state(folder)
        raise
    return state


def _stop(folder: EngineFolder, tell: Tell) -> None:
    state = read_state(folder)
    if state is not None and engine_process(folder, state) is not None:
        tell("Stopping the embedded graph")
        stop(folder, state)
        events.info("engine stopped", extra={"pid": state.pid})
    remove_state(folder)


def _running(state: EngineState, started_here: bool) -> RunningEngine:
    who = state.accounts
    return RunningEngine(
        f"bolt://127.0.0.1:{state.bolt_port}",
        who.user,
        who.password,
        who.reader_user,
        who.reader_password,
        state.version,
        started_here,
    )
