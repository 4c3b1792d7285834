"""The explorer's own process: start it, tell it which graph to show, know when it answers, stop it on a signal.

Imports little, so that the process is under way before this one has read the rest of the program.
"""

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import IO, TYPE_CHECKING

from lodegraph.runtime.listen_address import LOOPBACK, ListenAddress

if TYPE_CHECKING:
    from cypher.connection import Server

    Process = subprocess.Popen[bytes]

START_TIMEOUT = 60.0

NO_HOME = "/nonexistent"
"""Streamlit looks for its files in the home folder: who serves several people has none, and needs none."""


class ExplorerFailed(Exception):
    """The explorer could not be started."""


@dataclass
class ExplorerProcess:
    """A running explorer; without a log it speaks on our own standard error."""

    process: "Process"
    listens_at: ListenAddress
    log: Path | None = None

    @property
    def port(self) -> int:
        """The port that serves its pages."""
        return self.listens_at.port

    @property
    def address(self) -> str:
        """Where its pages are."""
        return self.listens_at.address

    def show(
        self, server: "Server", *, shared: bool = False, data_set: str | None = None,
        records: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        """Tell it which graph to show, to one person alone or to several, and which set; it begins to serve then.

        `records`: the settings by which it asks about the folder that is shown, and what they tell of it.
        """
        settings = {
            "NEO4J_URI": server.uri,
            "NEO4J_USERNAME": server.username,
            "NEO4J_PASSWORD": server.password,
            "NEO4J_READER_USERNAME": "",  # this account is the one for reading already
            "NEO4J_READER_PASSWORD": "",
            "NEO4J_DATABASE": server.database,
            "LODEGRAPH_ENGINE": server.engine,
            "LODEGRAPH_ENGINE_FOLDER": str(server.own.path) if server.own else "",
            "LODEGRAPH_SHARED": "yes" if shared else "",
            **({"LODEGRAPH_DATA_SET": data_set} if data_set else {}),
            **(records or {}),
        }
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(json.dumps(settings).encode("utf-8") + b"\n")
            self.process.stdin.close()
        except BrokenPipeError:
            raise ExplorerFailed(f"the explorer ended by itself: {self._read_last_words()}") from None

    def wait_until_it_answers(self) -> None:
        """Return when the first page can be asked for; raises ExplorerFailed with the last lines of its log."""
        began = time.monotonic()
        while time.monotonic() - began < START_TIMEOUT:
            if self.process.poll() is not None:
                raise ExplorerFailed(f"the explorer ended by itself: {self._read_last_words()}")
            if _does_answer(self.listens_at):
                return
            time.sleep(0.05)
        raise ExplorerFailed(
            f"the explorer did not answer within {START_TIMEOUT:.0f} s: see {self.log or 'what it said above'}"
        )

    def wait(self) -> None:
        """Return only when somebody stops the process; raises ExplorerFailed when it ends by itself."""
        self.process.wait()
        raise ExplorerFailed(f"the explorer ended by itself: {self._read_last_words()}")

    def stop(self) -> None:
        """End the process, politely first."""
        self.process.terminate()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _read_last_words(self) -> str:
        if self.log is None:
            return "its last words, if it had any, stand above"
        text = self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""
        return " / ".join(text.strip().splitlines()[-5:]) or f"it said nothing; see {self.log}"


def start_explorer(port: int, folder: Path) -> ExplorerProcess:
    """Start the explorer's process for a port of this machine; it waits to be told which graph to show."""
    log = folder / f"explorer-{port}.log"
    listens_at = ListenAddress(LOOPBACK, port)
    with log.open("wb") as output:
        return ExplorerProcess(_start(listens_at, output, folder, {}), listens_at, log)


def start_shared_explorer(listens_at: ListenAddress) -> ExplorerProcess:
    """Start the explorer's process for several people: it keeps no file, and what it says goes to standard error."""
    return ExplorerProcess(_start(listens_at, sys.stderr, Path(os.sep), {"HOME": NO_HOME}), listens_at)


def _start(listens_at: ListenAddress, output: IO[bytes] | IO[str], folder: Path, more: Mapping[str, str]) -> "Process":
    return subprocess.Popen(
        [sys.executable, "-m", "explorer.serve", str(listens_at.port), listens_at.host],
        env={**os.environ, **more},
        stdin=subprocess.PIPE,
        stdout=output,
        stderr=subprocess.STDOUT,
        cwd=folder,
        start_new_session=True,
    )


def _does_answer(listens_at: ListenAddress) -> bool:
    connection = http.client.HTTPConnection(listens_at.reachable, listens_at.port, timeout=1)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def interrupt_on_signals() -> None:
    """From now on SIGTERM ends this process as Ctrl-C does: by a KeyboardInterrupt, so that the explorer is stopped."""
    signal.signal(signal.SIGINT, _interrupt)
    signal.signal(signal.SIGTERM, _interrupt)


def ignore_signals() -> None:
    """From now on neither of them breaks off what this process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
