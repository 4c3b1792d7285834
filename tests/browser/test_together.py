"""Commands beside a running explorer, a second explorer, and what a killed one leaves behind."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from lodegraph.running.app_process import port_is_free
from tests.browser.running_app import environment, free_port, running_app, stop, wait_for_health

COMMAND = Path(sys.executable).with_name("lodegraph")


def lodegraph(home: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run a command on the data of a home."""
    return subprocess.run(
        [str(COMMAND), *words], env=environment(home), capture_output=True, text=True, timeout=120, check=False
    )


def engines(home: Path) -> list[int]:
    """The processes of embedded engines whose data is in a home."""
    lines = ((p.pid, " ".join(p.info["cmdline"] or [])) for p in psutil.process_iter(["cmdline"]))
    return [pid for pid, line in lines if "ArcadeDBServer" in line and str(home) in line]


@pytest.mark.timeout(300)
def test_a_query_and_a_second_run_attach_to_the_engine_that_is_up(tmp_path: Path) -> None:
    with running_app(tmp_path) as first:
        (engine,) = engines(tmp_path)
        found = lodegraph(tmp_path, "query", "run", "signed-on-4-february", "--format", "json")
        assert len(json.loads(found.stdout)["table"]) == 11
        assert "Starting" not in found.stderr
        with running_app(tmp_path) as second:
            assert engines(tmp_path) == [engine]
            assert first.port != second.port
        assert engines(tmp_path) == [engine]
        assert lodegraph(tmp_path, "status").returncode == 0
    assert engines(tmp_path) == []


@pytest.mark.timeout(300)
def test_a_run_after_a_killed_one_takes_over_its_port_and_engine(tmp_path: Path) -> None:
    port = free_port()
    with (tmp_path / "killed.log").open("w") as log:
        killed = subprocess.Popen(
            [str(COMMAND), "run", "--no-browser", "--port", str(port)],
            env=environment(tmp_path), stdout=log, stderr=log, stdin=subprocess.DEVNULL, text=True,
        )  # fmt: skip
    wait_for_health(port, killed)
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()
    assert len(engines(tmp_path)) == 1
    with running_app(tmp_path, port=port):
        assert len(engines(tmp_path)) == 1
    assert engines(tmp_path) == []


def test_stopping_while_it_still_starts_leaves_nothing(tmp_path: Path) -> None:
    with (tmp_path / "early.log").open("w") as log:
        process = subprocess.Popen(
            [str(COMMAND), "run", "--no-browser", "--port", str(free_port())],
            env=environment(tmp_path), stdout=log, stderr=log, stdin=subprocess.DEVNULL, text=True,
        )  # fmt: skip
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(1.5)
    left = stop(process)
    assert left == []
    assert engines(tmp_path) == []
    assert process.returncode == 0, (tmp_path / "early.log").read_text()


@pytest.mark.timeout(300)
def test_make_run_passes_options_on_and_one_ctrl_c_stops_it_all(tmp_path: Path) -> None:
    port = free_port()
    said = tmp_path / "make.log"
    with said.open("w") as log:
        process = subprocess.Popen(
            ["make", "run", f"ARGS=--port {port} --no-browser"],
            cwd=Path(__file__).parents[2], env=environment(tmp_path), stdout=log, stderr=log, stdin=subprocess.DEVNULL,
            text=True, start_new_session=True,
        )  # fmt: skip
    try:
        wait_for_health(port, process)
        assert len(engines(tmp_path)) == 1
    finally:
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: make and the program both hear it
        process.wait(30)
    assert engines(tmp_path) == []
    assert port_is_free(port)
