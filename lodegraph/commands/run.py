"""The second half of `lodegraph run`: the graph, the records in it, and the explorer told to show them."""

import os
import sys
import webbrowser

from cypher.connection import Server, connect
from cypher.status import data_sets
from loader.load import HoldsOthers, is_loaded, load
from lodegraph.cli.output import Exit, answer, fail, tell
from lodegraph.commands import session
from lodegraph.commands.load import as_text
from lodegraph.running.app_process import AppFailed, AppProcess
from lodegraph.seeds import seeds_folder


def run(app: AppProcess, no_browser: bool) -> None:
    """Bring up the graph, load, announce the address, and wait until the explorer ends."""
    with session.failing_well(), session.server(writing=True) as writer, session.server(writing=False) as reader:
        try:
            app.show(reader)
            _bring_records(writer)
            app.wait_until_it_answers()
            _announce(app, no_browser)
            app.wait()
        except AppFailed as error:
            fail(str(error), Exit.REFUSED)


def _bring_records(server: Server) -> None:
    """Load by ourselves only where nothing of others is; show what a shared server holds already."""
    with connect(server, writing=True) as graph:
        if is_loaded(graph, seeds_folder()):
            tell("The graph holds these records already")
            return
        try:
            report = load(graph, seeds_folder(), tell=tell)
        except HoldsOthers:
            if not data_sets(graph):
                raise
            tell("The server holds other data too: its records are shown as they are.")
            tell("`lodegraph load --into-existing` renews them.")
            return
    for line in as_text(report).splitlines():
        tell(line)


def _announce(app: AppProcess, no_browser: bool) -> None:
    answer(f"Explorer: {app.address}")
    tell("Ctrl-C stops it")
    if not no_browser and _has_display():
        webbrowser.open(app.address)


def _has_display() -> bool:
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
