"""The orphan that a killed run leaves behind: an explorer without a parent, known by the record its run made of it."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

import psutil

from lodegraph.runtime.explorer_process import ExplorerProcess


def record_explorer(app: ExplorerProcess, folder: Path) -> Path:
    """Write down which process serves a port, so that a later run can clear it away."""
    path = _record_path(app.port, folder)
    child = psutil.Process(app.process.pid)
    path.write_text(json.dumps({"app": child.pid, "since": child.create_time(), "run": os.getpid()}), encoding="utf-8")
    return path


@dataclass(frozen=True)
class RecordedExplorer:
    """The explorer that a record speaks of, and whether the run that started it still lives."""

    app: psutil.Process
    run_lives: bool


def find_recorded_explorer(port: int, folder: Path) -> RecordedExplorer | None:
    """The living explorer that was recorded for a port, or None."""
    try:
        written = json.loads(_record_path(port, folder).read_text(encoding="utf-8"))
        app = psutil.Process(int(written["app"]))
        return (
            RecordedExplorer(app, _is_lodegraph(int(written["run"]))) if app.create_time() == written["since"] else None
        )
    except (OSError, ValueError, KeyError, psutil.Error):
        return None


def stop_orphan(port: int, folder: Path) -> bool:
    """Stop the explorer that a killed run left on a port; says whether there was one."""
    found = find_recorded_explorer(port, folder)
    if found is None or found.run_lives:
        return False
    try:
        found.app.terminate()
        found.app.wait(timeout=5)
    except psutil.Error:
        return False
    _record_path(port, folder).unlink(missing_ok=True)
    return True


def _is_lodegraph(pid: int) -> bool:
    """Whether the run that started it still lives (and is no other process that got its number)."""
    try:
        return "lodegraph" in " ".join(psutil.Process(pid).cmdline())
    except psutil.Error:
        return False


def _record_path(port: int, folder: Path) -> Path:
    return folder / f"explorer-{port}.json"
