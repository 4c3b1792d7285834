"""The explorer as several people use it: `lodegraph serve` in a process of its own, on a graph that is there."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cypher.connection import Server
from tests.browser.running_app import COMMAND, STARTS_WITHIN, environment, free_port, stop

STOPS_WITHIN = 8.0


@dataclass(frozen=True)
class Served:
    """A running `lodegraph serve`, and the files that take what it writes."""

    url: str
    port: int
    process: "subprocess.Popen[str]"
    answer: Path
    log: Path


def names(server: Server) -> dict[str, str]:
    """The variables that name a server."""
    return {
        "NEO4J_URI": server.uri,
        "NEO4J_USERNAME": server.username,
        "NEO4J_PASSWORD": server.password,
        "NEO4J_DATABASE": server.database,
    }


@contextmanager
def serving(server: Server, home: Path, *words: str, port: int | None = None, **settings: str) -> Iterator[Served]:
    """Serve until the block ends; then SIGTERM must end it well, soon and whole."""
    port = port or free_port()
    answer, log = home / f"serve-{port}.out", home / f"serve-{port}.err"
    with answer.open("w") as out, log.open("w") as err:
        process = subprocess.Popen(
            [str(COMMAND), "serve", "--port", str(port), *words],
            env=environment(home / "data") | names(server) | settings,
            stdin=subprocess.DEVNULL, stdout=out, stderr=err, text=True, cwd=os.sep,
        )  # fmt: skip
    served = Served(f"http://127.0.0.1:{port}", port, process, answer, log)
    try:
        _wait_for_address(served)
        yield served
    finally:
        left = end(process)
    assert process.returncode == 0, f"SIGTERM did not end `lodegraph serve` well:\n{log.read_text()}"
    assert not left, f"left behind by `lodegraph serve`: {left}"
    assert not (home / "data").exists(), "`lodegraph serve` keeps no folder"


def end(process: "subprocess.Popen[str]", how: signal.Signals = signal.SIGTERM) -> list[str]:
    """Tell it to stop; the command lines of what is left of it, which this then ends."""
    return stop(process, how, STOPS_WITHIN, leave=2)


def _wait_for_address(served: Served) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while "Explorer: " not in served.answer.read_text():
        assert served.process.poll() is None, f"`lodegraph serve` ended by itself:\n{served.log.read_text()}"
        assert time.monotonic() < deadline, f"`lodegraph serve` does not answer:\n{served.log.read_text()}"
        time.sleep(0.1)
