"""What a killed run leaves behind: an explorer without a parent, known by the note its run made of it."""

import json
import os
from pathlib import Path

import psutil

from lodegraph.running.app_process import AppProcess


def note(app: AppProcess, folder: Path) -> Path:
    """Write down which process serves a port, so that a later run can clear it away."""
    path = _path(app.port, folder)
    child = psutil.Process(app.process.pid)
    path.write_text(json.dumps({"app": child.pid, "since": child.create_time(), "run": os.getpid()}), encoding="utf-8")
    return path


def clear_leftover(port: int, folder: Path) -> bool:
    """Stop the explorer that a killed run left on a port; says whether there was one."""
    path = _path(port, folder)
    try:
        noted = json.loads(path.read_text(encoding="utf-8"))
        app = psutil.Process(int(noted["app"]))
        if app.create_time() != noted["since"] or _is_run(int(noted["run"])):
            return False
        app.terminate()
        app.wait(timeout=5)
    except (OSError, ValueError, KeyError, psutil.Error):
        return False
    path.unlink(missing_ok=True)
    return True


def _is_run(pid: int) -> bool:
    """Whether the run that started it still lives (and is no other process that got its number)."""
    try:
        return "lodegraph" in " ".join(psutil.Process(pid).cmdline())
    except psutil.Error:
        return False


def _path(port: int, folder: Path) -> Path:
    return folder / f"explorer-{port}.json"
