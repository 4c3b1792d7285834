"""The real program as a user starts it: `lodegraph run` in a process of its own."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

COMMAND = Path(sys.executable).with_name("lodegraph")
STARTS_WITHIN = 90.0
STOPS_WITHIN = 30.0
CONFIGURES_A_GRAPH = ("NEO4J_", "LODEGRAPH_", "GRAPH_TEST_", "STREAMLIT_")


@dataclass(frozen=True)
class RunningApp:
    """A running `lodegraph run`."""

    url: str
    port: int
    process: "subprocess.Popen[str]"
    data_home: Path


@contextmanager
def running_app(
    data_home: Path,
    *before: str,
    port: int | None = None,
    command: Path = COMMAND,
    folder: Path | None = None,
    records: Path | None = None,
    articles: Path | None = None,
) -> Iterator[RunningApp]:
    """Run the program on the embedded engine until the block ends; then Ctrl-C must end it and all it started.

    `before` are words to put before the command, such as those that enter a network namespace; `folder` is where it
    is called, `records` the folder to show, `articles` that of whoever reads.
    """
    port = port or free_port()
    data_home.mkdir(exist_ok=True)
    log = data_home / "run.log"
    shown = [*([str(records)] if records else []), *(["--articles", str(articles)] if articles else [])]
    with log.open("w") as output:
        process = subprocess.Popen(
            [*before, str(command), "run", *shown, "--port", str(port), "--no-browser"],
            env=environment(data_home),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
        )
    app = RunningApp(f"http://127.0.0.1:{port}", port, process, data_home)
    try:
        wait_until_it_answers(app)
        yield app
    finally:
        said = stop(process)
    assert process.returncode == 0, f"Ctrl-C did not end `lodegraph run` well:\n{log.read_text()}"
    assert not said, f"left behind by `lodegraph run`: {said}"


def environment(data_home: Path) -> dict[str, str]:
    """Ours, with a data folder of its own and no graph configured."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(CONFIGURES_A_GRAPH)}
    return kept | {"XDG_DATA_HOME": str(data_home)}


def wait_until_it_answers(app: RunningApp) -> None:
    """Return when the program says where its pages are; fail with its last words when it ends or takes too long."""
    deadline = time.monotonic() + STARTS_WITHIN
    while f"Explorer: {app.url}" not in (said := (app.data_home / "run.log").read_text()):
        assert app.process.poll() is None, f"`lodegraph run` ended by itself:\n{said}"
        assert time.monotonic() < deadline, f"`lodegraph run` does not answer:\n{said}"
        time.sleep(0.1)


def wait_for_health(port: int, process: "subprocess.Popen[str]") -> None:
    """Return when an explorer answers on a port; fail when its process ends or takes too long."""
    deadline = time.monotonic() + STARTS_WITHIN
    while not _healthy(port):
        assert process.poll() is None, "the explorer ended by itself"
        assert time.monotonic() < deadline, "the explorer does not answer"
        time.sleep(0.1)


def stop(
    process: "subprocess.Popen[str]",
    how: signal.Signals = signal.SIGINT,
    within: float = STOPS_WITHIN,
    leave: float = 5,
) -> list[str]:
    """Press Ctrl-C; the command lines of what is left of the process's children, which this then ends.

    `within` and `leave` are the seconds that it, and then its children, may take.
    """
    children = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
    process.send_signal(how)
    try:
        process.wait(within)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    _, left = psutil.wait_procs(children, timeout=leave)
    lines = []
    for child in left:
        lines.append(" ".join(child.cmdline())[:200])
        child.kill()
    return lines


def free_port() -> int:
    """A loopback port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _healthy(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.client.OK
    except OSError:
        return False
    finally:
        connection.close()
