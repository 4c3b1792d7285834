"""`lodegraph run`: start the graph, load the records, open the explorer, and stop all of it on Ctrl-C."""

import os
import signal
import sys
import webbrowser
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from cypher.connection import Server, connect
from cypher.engines.folder import data_dir
from cypher.status import data_sets
from loader.load import HoldsOthers, load
from lodegraph.cli import session
from lodegraph.cli.load import as_text
from lodegraph.cli.output import Exit, answer, fail, tell
from lodegraph.running.app_process import AppProcess, port_is_free, start_app
from lodegraph.running.leftover import clear_leftover, note
from lodegraph.seeds import seeds_folder

Port = Annotated[int, typer.Option(min=1, max=65535, help="The port of this machine that serves the pages.")]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Print the address only.")]


def run_command(port: Port = 8501, no_browser: NoBrowser = False) -> None:
    """Start the graph, load the records that come with the program, and serve the explorer until Ctrl-C."""
    signal.signal(signal.SIGTERM, _interrupt)
    folder = data_dir()
    with session.failing_well():
        folder.mkdir(parents=True, exist_ok=True)
        _claim_port(port, folder)
        try:
            with session.server(writing=True) as writer, session.server(writing=False) as reader:
                _serve(writer, reader, port, folder, no_browser)
        except KeyboardInterrupt:
            tell("Stopped")


def _serve(writer: Server, reader: Server, port: int, folder: Path, no_browser: bool) -> None:
    tell("Starting the explorer")
    app = start_app(reader, port, folder)
    noted = note(app, folder)
    try:
        _bring_records(writer)
        app.wait_until_it_answers()
        _announce(app, no_browser)
        app.wait()
    finally:
        app.stop()
        noted.unlink(missing_ok=True)


def _bring_records(server: Server) -> None:
    """Load by ourselves only where nothing of others is; show what a shared server holds already."""
    with connect(server) as graph:
        try:
            report = load(graph, seeds_folder(), tell=tell)
        except HoldsOthers:
            if not data_sets(graph):
                raise
            tell(
                "The server holds other data too: its records are shown as they are; "
                "`lodegraph load --into-existing` renews them"
            )
            return
    for line in as_text(report).splitlines():
        tell(line)


def _announce(app: AppProcess, no_browser: bool) -> None:
    answer(f"Explorer: {app.address}")
    tell("Ctrl-C stops it")
    if not no_browser and _has_display():
        webbrowser.open(app.address)


def _claim_port(port: int, folder: Path) -> None:
    if port_is_free(port):
        return
    if clear_leftover(port, folder) and port_is_free(port):
        tell("Cleared away an explorer that a killed run had left behind")
        return
    fail(f"port {port} of this machine is taken: stop what uses it, or choose another with --port", Exit.REFUSED)


def _has_display() -> bool:
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
