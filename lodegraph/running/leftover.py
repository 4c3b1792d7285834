"""What a killed run leaves behind: an explorer without a parent, known by the note its run made of it."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

import psutil

from lodegraph.running.app_process import AppProcess


def note(app: AppProcess, folder: Path) -> Path:
    """Write down which process serves a port, so that a later run can clear it away."""
    path = _path(app.port, folder)
    child = psutil.Process(app.process.pid)
    path.write_text(json.dumps({"app": child.pid, "since": child.create_time(), "run": os.getpid()}), encoding="utf-8")
    return path


@dataclass(frozen=True)
class Noted:
    """The explorer that a note speaks of, and whether the run that started it still lives."""

    app: psutil.Process
    run_lives: bool


def noted(port: int, folder: Path) -> Noted | None:
    """The living explorer that was noted for a port, or None."""
    try:
        written = json.loads(_path(port, folder).read_text(encoding="utf-8"))
        app = psutil.Process(int(written["app"]))
        return Noted(app, _is_run(int(written["run"]))) if app.create_time() == written["since"] else None
    except (OSError, ValueError, KeyError, psutil.Error):
        return None


def clear_leftover(port: int, folder: Path) -> bool:
    """Stop the explorer that a killed run left on a port; says whether there was one."""
    found = noted(port, folder)
    if found is None or found.run_lives:
        return False
    try:
        found.app.terminate()
        found.app.wait(timeout=5)
    except psutil.Error:
        return False
    _path(port, folder).unlink(missing_ok=True)
    return True


def _is_run(pid: int) -> bool:
    """Whether the run that started it still lives (and is no other process that got its number)."""
    try:
        return "lodegraph" in " ".join(psutil.Process(pid).cmdline())
    except psutil.Error:
        return False


def _path(port: int, folder: Path) -> Path:
    return folder / f"explorer-{port}.json"
