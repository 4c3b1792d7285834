"""The machine: the explorer's port, the data folder's disk, and the embedded engine as it was found."""

import os
import shutil
from pathlib import Path

import psutil

from cypher.doctor import Check, Finding, State, note, ok, wrong
from cypher.engines.folder import LEAST_FREE
from cypher.engines.status import EngineStatus, Running
from lodegraph.runtime.listen_address import LOOPBACK, CannotListen, ListenAddress
from lodegraph.runtime.orphaned_explorer import find_recorded_explorer

OTHER_DISK = "free some space, or set XDG_DATA_HOME to a folder on another disk"


def check_port(port: int, data: Path) -> Finding:
    """Whether `lodegraph run` could serve its pages on a port."""
    try:
        ListenAddress(LOOPBACK, port).check()
    except CannotListen as error:
        what, _, remedy = str(error).partition(": ")
        found = find_recorded_explorer(port, data)
    else:
        return ok(Check.PORT, f"port {port} is free for the explorer")
    if found is None:
        return wrong(Check.PORT, what + _name_listener(port), remedy)
    if found.run_lives:
        return ok(Check.PORT, f"port {port} serves the explorer of a `lodegraph run` that is up")
    return note(
        Check.PORT,
        f"port {port} serves an explorer that a killed run left behind (process {found.app.pid})",
        "the next `lodegraph run` clears it away",
    )


def _name_listener(port: int) -> str:
    """Who listens there, where the system tells."""
    try:
        listening = (c for c in psutil.net_connections("tcp") if c.laddr and c.laddr.port == port)
        pid = next((c.pid for c in listening if c.status == psutil.CONN_LISTEN and c.pid), None)
        return f" by {psutil.Process(pid).name()} (process {pid})" if pid else ""
    except psutil.Error:
        return ""


def check_disk(data: Path, embedded: bool) -> Finding:
    """Whether there is room in the data folder, and one may write there; a server's user keeps logs only."""
    there = next(p for p in (data, *data.parents) if p.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        because = "is not a folder" if not there.is_dir() else "may not be written to"
        return wrong(
            Check.DISK,
            f"data cannot be kept in {data}: {there} {because}",
            "make it a folder that you may write to, or set XDG_DATA_HOME to another",
        )
    free = shutil.disk_usage(there).free
    if free < LEAST_FREE:
        state = State.WRONG if embedded else State.NOTE
        seen = f"{free >> 20} MB are free for {data}, and the embedded engine needs {LEAST_FREE >> 20} MB"
        return Finding(Check.DISK, state, seen, OTHER_DISK)
    return ok(Check.DISK, f"{free / 2**30:.1f} GB are free for {data}")


def check_engine(condition: EngineStatus | None) -> Finding:
    """How the embedded engine was found; None where a server of one's own is used instead."""
    if condition is None:
        return ok(Check.ENGINE, "not used, as NEO4J_URI is set")
    match condition.running:
        case Running.NEVER:
            return ok(Check.ENGINE, "keeps no graph yet: one was tried in a temporary folder, and is gone again")
        case Running.STOPPED:
            return ok(Check.ENGINE, f"was not running; its graph is in {condition.folder}")
        case Running.STARTING:
            return ok(Check.ENGINE, f"was being started or stopped by another command{_process(condition)}")
        case Running.USED:
            return ok(Check.ENGINE, f"runs for other commands (process {condition.pid})")
        case Running.UNUSED:
            return note(
                Check.ENGINE,
                f"ran without a user, as a command was killed (process {condition.pid})",
                "nothing: the next command joins it, and stops it when it leaves",
            )
        case Running.RESTARTING:
            return wrong(
                Check.ENGINE,
                f"ended while it was used{_process(condition)}; the commands that use it are starting it again",
                "wait a few seconds, then call doctor again; what was written stays written",
            )
        case Running.GIVEN_UP:
            return wrong(
                Check.ENGINE,
                f"{condition.because}: the commands that use it did not start it again{_process(condition)}",
                f"its log, {condition.folder / 'engine.log'}, may say why; end these commands, and call them anew",
            )
        case Running.HUNG:
            return wrong(
                Check.ENGINE,
                f"ran and did not answer{_process(condition)}",
                "wait: it is started again within two minutes, by a command that uses it or by one that is called",
            )
        case Running.KILLED:
            return note(
                Check.ENGINE,
                f"was killed while it ran (process {condition.pid}); what was written stays written",
                "nothing: the next command starts it again",
            )


def _process(condition: EngineStatus) -> str:
    return f" (process {condition.pid})" if condition.pid else ""
