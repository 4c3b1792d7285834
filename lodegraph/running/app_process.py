"""The explorer's own process: start it, tell it which graph to show, know when it answers, stop it.

Imports little, so that the process is under way before this one has read the rest of the program.
"""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cypher.connection import Server

HOST = "127.0.0.1"
DEADLINE = 60.0

STREAMLIT = {
    "SERVER_ADDRESS": HOST,
    "BROWSER_SERVER_ADDRESS": HOST,
    "SERVER_HEADLESS": "true",
    "SERVER_FILE_WATCHER_TYPE": "none",
    "SERVER_RUN_ON_SAVE": "false",
    "BROWSER_GATHER_USAGE_STATS": "false",
    "CLIENT_TOOLBAR_MODE": "viewer",
    "CLIENT_SHOW_ERROR_DETAILS": "none",
    "LOGGER_LEVEL": "warning",
    "THEME_LIGHT_PRIMARY_COLOR": "#0072B2",
    "THEME_DARK_PRIMARY_COLOR": "#56B4E9",
}


class AppFailed(Exception):
    """The explorer could not be started."""


@dataclass
class AppProcess:
    """A running explorer."""

    process: "subprocess.Popen[bytes]"
    port: int
    log: Path

    @property
    def address(self) -> str:
        """Where its pages are."""
        return f"http://{HOST}:{self.port}"

    def show(self, server: "Server") -> None:
        """Tell it which graph to show; it begins to serve then."""
        settings = {
            "NEO4J_URI": server.uri,
            "NEO4J_USERNAME": server.username,
            "NEO4J_PASSWORD": server.password,
            "NEO4J_DATABASE": server.database,
            "LODEGRAPH_ENGINE": server.engine,
        }
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(json.dumps(settings).encode("utf-8") + b"\n")
            self.process.stdin.close()
        except BrokenPipeError:
            raise AppFailed(f"the explorer ended by itself: {self._last_words()}") from None

    def wait_until_it_answers(self) -> None:
        """Return when the first page can be asked for; raises AppFailed with the last lines of its log."""
        began = time.monotonic()
        while time.monotonic() - began < DEADLINE:
            if self.process.poll() is not None:
                raise AppFailed(f"the explorer ended by itself: {self._last_words()}")
            if _answers(self.port):
                return
            time.sleep(0.05)
        raise AppFailed(f"the explorer did not answer within {DEADLINE:.0f} s: see {self.log}")

    def wait(self) -> None:
        """Return only when somebody stops the process; raises AppFailed when it ends by itself."""
        self.process.wait()
        raise AppFailed(f"the explorer ended by itself: {self._last_words()}")

    def stop(self) -> None:
        """End the process, politely first."""
        self.process.terminate()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _last_words(self) -> str:
        text = self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""
        return " / ".join(text.strip().splitlines()[-5:]) or f"it said nothing; see {self.log}"


def start_app(port: int, folder: Path) -> AppProcess:
    """Start the explorer's process for a port of this machine; it waits to be told which graph to show."""
    log = folder / f"explorer-{port}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "explorer.serve", str(port)],
            env=os.environ | {f"STREAMLIT_{name}": value for name, value in STREAMLIT.items()},
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=folder,
            start_new_session=True,
        )
    return AppProcess(process, port, log)


def port_is_free(port: int) -> bool:
    """Whether one can listen on a port of this machine."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=1)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()
