"""The engine as a process: start it, wait until it serves, see whether it lives, stop it."""

import base64
import http.client
import json
import os
import socket
import subprocess
import time
from contextlib import suppress

import psutil

from cypher.engines.aot_cache import keep_aot_cache
from cypher.engines.folder import EngineFolder
from cypher.engines.java import DATABASE, java_command, java_environment, serves
from cypher.engines.state import EngineState
from cypher.errors import EngineError
from cypher.internal import statement

STARTS_WITHIN = 90.0
STOPS_WITHIN = 20.0
ENDS_WITHIN = 5.0
LISTED_FOR = 1.0
"""Seconds within which a dead process whose parent has died too is taken off the list."""
LAST_LINES = 15


class PortTaken(EngineError):
    """Somebody took a port between our choice and the engine's start: try another."""


def free_ports() -> tuple[int, int]:
    """Two loopback ports that nobody listens on now."""
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def spawn(folder: EngineFolder, bolt_port: int, http_port: int) -> int:
    """Start the engine in a session of its own, out of reach of Ctrl-C at our terminal; the process's number."""
    command = java_command(folder, bolt_port, http_port)
    folder.log.unlink(missing_ok=True)
    with os.fdopen(os.open(folder.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as log:
        try:
            child = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=folder.path,
                env=java_environment(),
                start_new_session=os.name != "nt",
                creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            )
        except OSError as error:
            raise EngineError(f"cannot run {command[0]}: {error.strerror}; reinstall 'lodegraph[embedded]'") from error
    child.returncode = 0  # whoever is last ends it, by its number: without this the handle warns that it still runs
    return child.pid


def engine_process(folder: EngineFolder, state: EngineState) -> psutil.Process | None:
    """The living engine that `state` speaks of; None when it is gone, or its number is another process's now."""
    try:
        process = psutil.Process(state.pid)
        return process if serves(process.cmdline(), folder) else None
    except psutil.Error:
        return None


def how_it_ended(pid: int) -> str:
    """How an engine of this number ended, in words that follow its name; only whoever started it is told more.

    Waits until its last thread has ended too, and its files and ports are free.
    """
    deadline = time.monotonic() + ENDS_WITHIN
    while not _is_dead(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return _ask_system(pid)


def _is_dead(pid: int) -> bool:
    try:
        process = psutil.Process(pid)
        return process.status() == psutil.STATUS_ZOMBIE and process.num_threads() <= 1
    except psutil.NoSuchProcess:
        return True


def _ask_system(pid: int) -> str:
    """Ask the system how it ended, after which it is listed no more."""
    try:
        found, status = os.waitpid(pid, os.WNOHANG) if os.name != "nt" else (0, 0)
    except ChildProcessError:
        return "ended"
    if found and os.WIFSIGNALED(status):
        return f"was killed by signal {os.WTERMSIG(status)}"
    return f"ended by itself with status {os.waitstatus_to_exitcode(status)}" if found else "ended"


def wait_until_ready(folder: EngineFolder, state: EngineState) -> None:
    """Return when the engine serves. Raises PortTaken, or EngineError with the log's end when it fails or lingers."""
    deadline = time.monotonic() + STARTS_WITHIN
    while not answers(state.http_port):
        said = _log(folder)
        if "Unable to listen" in said:
            raise PortTaken(f"another program took the embedded engine's port; {_last_words(folder)}")
        # an engine that fails to start may leave its process hanging, with only this in the log
        if 'Exception in thread "main"' in said or engine_process(folder, state) is None:
            raise EngineError(f"the embedded engine ended while starting; {_last_words(folder)}")
        if time.monotonic() > deadline:
            raise EngineError(f"the embedded engine is not ready after {STARTS_WITHIN:.0f} s; {_last_words(folder)}")
        time.sleep(0.05)


def stop(folder: EngineFolder, state: EngineState) -> None:
    """End the engine: ask, wait, then kill. Returns when it is gone."""
    process = engine_process(folder, state)
    if process is None:
        return
    with suppress(psutil.NoSuchProcess):
        command = process.cmdline()
        process.terminate()
        if not _gone_within(STOPS_WITHIN, process):
            for one in (*process.children(recursive=True), process):  # and the Java that it called to write its cache
                with suppress(psutil.NoSuchProcess):
                    one.kill()
            _gone_within(STOPS_WITHIN, process)
        keep_aot_cache(command)


def _gone_within(seconds: float, process: psutil.Process) -> bool:
    """Whether it ends in time. A dead one stays listed until whoever started it has asked how it ended."""
    deadline = time.monotonic() + seconds
    dead_since = None
    while True:
        _ask_system(process.pid)
        if not process.is_running():
            return True
        if _is_dead(process.pid):
            dead_since = dead_since or time.monotonic()
            if time.monotonic() - dead_since > LISTED_FOR:
                return True
        elif time.monotonic() > deadline:
            return False
        time.sleep(0.02)


def answers(http_port: int) -> bool:
    """Whether an engine says within two seconds that it is ready."""
    connection = http.client.HTTPConnection("127.0.0.1", http_port, timeout=2)
    try:
        connection.request("GET", "/api/v1/ready")
        return connection.getresponse().status == http.client.NO_CONTENT
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def replies(state: EngineState, patience: float) -> bool:
    """Whether an engine answers a real question, as one who only reads, within so many seconds: one that is out of
    memory, or waits for itself, may still say that it is ready."""
    account = base64.b64encode(f"{state.accounts.reader_user}:{state.accounts.reader_password}".encode()).decode()
    connection = http.client.HTTPConnection("127.0.0.1", state.http_port, timeout=patience)
    try:
        asked = {"language": "opencypher", "command": statement("whether-the-data-can-be-read")}
        connection.request(
            "POST", f"/api/v1/query/{DATABASE}", body=json.dumps(asked),
            headers={"Authorization": f"Basic {account}", "Content-Type": "application/json"},
        )  # fmt: skip
        return connection.getresponse().status < http.client.INTERNAL_SERVER_ERROR
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _log(folder: EngineFolder) -> str:
    return folder.log.read_text(encoding="utf-8", errors="replace")


def _last_words(folder: EngineFolder) -> str:
    lines = "\n".join(f"  {line}" for line in _log(folder).splitlines()[-LAST_LINES:])
    return f"the end of its log, {folder.log}:\n{lines}"
