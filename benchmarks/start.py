"""From the command to the first drawn picture, on data that is there already; and to the help."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.timing import Timing, measure_time
from tests.browser.conftest import ARGUMENTS, find_chromium
from tests.browser.running_app import environment, free_port, stop

RUNS = 3


def measure() -> list[str]:
    """Lines of the results' table."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        ours, peer = [], []
        _start_ours(browser, Path(folder))  # installs the graph's data and fills the file cache
        for _ in range(RUNS):
            ours.append(_start_ours(browser, Path(folder)))
            peer.append(_start_hello(browser, Path(folder)))
        browser.close()
    hello = Timing("`streamlit hello` to its first page", tuple(peer))
    drawn = Timing("`lodegraph run`, records there, to the first drawn network", tuple(ours))
    return [drawn.row(hello), hello.row(), *_measure_help()]


def _measure_help() -> list[str]:
    """How long one waits for each program's help."""
    words = {name: [str(Path(sys.executable).with_name(name)), "--help"] for name in ("lodegraph", "streamlit")}
    for command in words.values():
        _call(command)  # fills the file cache
    taken = {name: tuple(measure_time(lambda c=command: _call(c)) for _ in range(5)) for name, command in words.items()}
    peer = Timing("`streamlit --help`", taken["streamlit"])
    return [Timing("`lodegraph --help`", taken["lodegraph"]).row(peer), peer.row()]


def _call(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def _start_ours(browser: Browser, home: Path) -> float:
    port = free_port()
    command = [str(Path(sys.executable).with_name("lodegraph")), "run", "--no-browser", "--port", str(port)]
    return _until(browser, command, home, f"http://127.0.0.1:{port}", ".lg[data-ready=true]")


def _start_hello(browser: Browser, home: Path) -> float:
    port = free_port()
    options = ["--server.headless=true", "--server.address=127.0.0.1", "--browser.gatherUsageStats=false"]
    command = [sys.executable, "-m", "streamlit", "hello", f"--server.port={port}", *options]
    return _until(browser, command, home, f"http://127.0.0.1:{port}", "[data-testid=stMarkdown]")


def _until(browser: Browser, command: list[str], home: Path, url: str, drawn: str) -> float:
    with (home / "bench.log").open("w") as log, browser.new_context() as context:
        page = context.new_page()
        began = time.perf_counter()
        process = subprocess.Popen(
            command, env=environment(home), stdout=log, stderr=log, stdin=subprocess.DEVNULL, text=True
        )
        try:
            _open_when_up(lambda: page.goto(url))
            page.wait_for_selector(drawn, timeout=60_000)
            return time.perf_counter() - began
        finally:
            stop(process)


def _open_when_up(go: Callable[[], object]) -> None:
    for _ in range(600):
        try:
            go()
            return
        except Exception:  # nobody listens yet
            time.sleep(0.05)
