"""The embedded engine killed under `lodegraph run`: page and doctor say so, and it comes back by itself."""

import json
import os
import re
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from cypher.engines.folder import engine_folder_in
from cypher.engines.state import EngineState, read_state
from tests.browser.canvas import Canvas
from tests.browser.running_app import COMMAND, RunningApp, environment, running_app

COMING_BACK = re.compile("engine (stopped and )?is being started")
"""Whether the page asks when it has stopped or while it starts."""


def state_of(app: RunningApp) -> EngineState:
    """The engine that runs under the program."""
    state = read_state(engine_folder_in(app.data_home / "lodegraph"))
    assert state is not None
    return state


def kill_engine(app: RunningApp) -> int:
    """Kill it as the system does that is short of memory."""
    pid = state_of(app).pid
    os.kill(pid, signal.SIGKILL)
    return pid


def command(app: RunningApp, *words: str) -> "subprocess.CompletedProcess[str]":
    """Another command on the same graph."""
    return subprocess.run(
        [str(COMMAND), *words], env=environment(app.data_home), capture_output=True, text=True, timeout=120, check=False
    )


def engine_by_doctor(app: RunningApp) -> dict[str, str]:
    """What doctor says of the engine."""
    findings = json.loads(command(app, "doctor", "--port", str(app.port), "--format", "json").stdout)["findings"]
    return next(f for f in findings if f["check"] == "Embedded engine")


def wait_for_another(app: RunningApp, killed: int) -> None:
    """Return when another engine has taken the place of one that was killed."""
    deadline = time.monotonic() + 30
    while state_of(app).pid == killed or "ready again" not in (app.data_home / "run.log").read_text():
        assert time.monotonic() < deadline, (app.data_home / "run.log").read_text()
        time.sleep(0.1)


def test_a_page_comes_back_by_itself_after_the_engine_was_killed(open_page: Callable[[], Page], tmp_path: Path) -> None:
    with running_app(tmp_path / "home") as app:
        page = open_page()
        page.goto(app.url)
        Canvas(page).wait()
        killed = kill_engine(app)
        page.goto(f"{app.url}/about")
        expect(page.get_by_text("The 2026 Critical Minerals Ministerial").first).to_be_visible(timeout=60_000)
        expect(page.get_by_text("NEO4J_URI")).to_have_count(0)
        assert state_of(app).pid != killed
        page.goto(app.url)
        Canvas(page).wait()
        assert command(app, "status").returncode == 0
        found = engine_by_doctor(app)
        assert (found["state"], "runs for other commands" in found["seen"]) == ("ok", True), found
        page.close()


def test_while_the_engine_is_away_page_and_doctor_say_so(open_page: Callable[[], Page], tmp_path: Path) -> None:
    with running_app(tmp_path / "home") as app:
        folder = engine_folder_in(app.data_home / "lodegraph").path
        page = open_page()
        page.goto(f"{app.url}/about")
        expect(page.get_by_text("The 2026 Critical Minerals Ministerial").first).to_be_visible(timeout=60_000)
        java = folder / "databases"
        away = folder / "databases.away"
        java.rename(away)
        java.write_text("no engine starts on a file")
        kill_engine(app)
        page.goto(f"{app.url}/queries")
        expect(page.get_by_text(COMING_BACK)).to_be_visible(timeout=60_000)
        expect(page.get_by_text("NEO4J_URI")).to_have_count(0)
        found = engine_by_doctor(app)
        assert found["state"] == "wrong", found
        assert "ended while it was used" in found["seen"]
        java.unlink()
        away.rename(java)
        expect(page.get_by_text(COMING_BACK)).to_have_count(0, timeout=60_000)
        expect(page.get_by_test_id("stException")).to_have_count(0)
        page.close()
