"""The second half of `lodegraph run`: the graph, the records in it, and the explorer told to show them."""

import os
import sys
import webbrowser
from pathlib import Path

from loader.read import read_data_set
from lodegraph.cli.output import Exit, answer, fail, tell
from lodegraph.commands import session
from lodegraph.running.app_process import AppFailed, AppProcess
from lodegraph.running.bring_records import bring_records
from lodegraph.seeds import seeds_folder


def run(app: AppProcess, no_browser: bool, records: Path | None) -> None:
    """Bring up the graph and the records, announce the address, and wait until the explorer ends."""
    with session.failing_well():
        data_set = read_data_set(records).name if records else None
        with session.server(writing=True) as writer, session.server(writing=False) as reader:
            try:
                app.show(reader, data_set=data_set)
                bring_records(writer, records or seeds_folder(), asked=records is not None)
                app.wait_until_it_answers()
                _announce(app, no_browser)
                app.wait()
            except AppFailed as error:
                fail(str(error), Exit.REFUSED)


def _announce(app: AppProcess, no_browser: bool) -> None:
    answer(f"Explorer: {app.address}")
    tell("Ctrl-C stops it")
    if not no_browser and _has_display():
        webbrowser.open(app.address)


def _has_display() -> bool:
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
