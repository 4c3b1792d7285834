"""`lodegraph run`: start the graph, load the records, open the explorer, and stop all of it on Ctrl-C.

The explorer's process is started before anything else is even imported: both get ready at the same time.
"""

import signal
from pathlib import Path
from types import FrameType

from cypher.engines.folder import data_dir
from lodegraph.cli.output import Exit, fail, tell
from lodegraph.running.allow_hosts import allow_hosts
from lodegraph.running.app_process import start_app
from lodegraph.running.leftover import clear_leftover, note
from lodegraph.running.listening import port_is_free


def run_explorer(port: int, no_browser: bool, records: Path | None, names: list[str]) -> None:
    """Serve the explorer on a port of this machine, also under other names, until Ctrl-C."""
    allow_hosts(names)
    signal.signal(signal.SIGINT, _interrupt)
    signal.signal(signal.SIGTERM, _interrupt)
    folder = _folder()
    _claim_port(port, folder)
    tell("Starting the explorer")
    app = start_app(port, folder)
    noted = note(app, folder)
    try:
        from lodegraph.commands.run import run

        run(app, no_browser, records)
    except KeyboardInterrupt:
        tell("Stopped")
    finally:
        app.stop()
        noted.unlink(missing_ok=True)


def _folder() -> Path:
    folder = data_dir()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "explorer.log").touch()
    except OSError as error:
        advice = "make room or make it writable, or set XDG_DATA_HOME to another folder"
        fail(f"cannot keep data in {folder} ({error.strerror}): {advice}", Exit.REFUSED)
    return folder


def _claim_port(port: int, folder: Path) -> None:
    if port_is_free(port):
        return
    if clear_leftover(port, folder) and port_is_free(port):
        tell("Cleared away an explorer that a killed run had left behind")
        return
    fail(f"port {port} of this machine is taken: stop what uses it, or choose another with --port", Exit.REFUSED)


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
