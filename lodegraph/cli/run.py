"""`lodegraph run`: start the graph, load the records, open the explorer, and stop all of it on Ctrl-C.

The explorer's process is started before most of this one is imported: both get ready at the same time.
"""

import os
import sys
import webbrowser
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from lodegraph.cli.options import AllowHost, DataSet, Port, ShownFolder, allow_hosts
from lodegraph.cli.output import Exit, fail, print_answer, tell
from lodegraph.cli.own_articles import Articles, choose_articles, read_uncited, report_articles
from lodegraph.shipped_records import find_shipped_records

if TYPE_CHECKING:
    from cypher.connection import Server
    from lodegraph.runtime.explorer_process import ExplorerProcess

NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Print the address only.")]


def run(
    path: ShownFolder = None, port: Port = 8501, no_browser: NoBrowser = False, allow_host: AllowHost = None,
    data_set: DataSet = None, articles: Articles = None,
) -> None:  # fmt: skip
    """Start the graph, load records where it holds none, and serve the explorer until Ctrl-C; removes no record."""
    from lodegraph.runtime.explorer_process import interrupt_on_signals, start_explorer
    from lodegraph.runtime.orphaned_explorer import record_explorer

    allow_hosts(allow_host or [])
    choose_articles(articles)
    interrupt_on_signals()
    folder = _make_data_folder()
    _claim_port(port, folder)
    tell("Starting the explorer")
    explorer = start_explorer(port, folder)
    recorded = record_explorer(explorer, folder)
    try:
        _show_graph(explorer, no_browser, path)
    except KeyboardInterrupt:
        tell("Stopped")
    finally:
        explorer.stop()
        recorded.unlink(missing_ok=True)


def _make_data_folder() -> Path:
    from cypher.engines.folder import data_dir, explain_refusal, refuse_missing_home
    from cypher.errors import EngineError

    folder = data_dir()
    try:
        refuse_missing_home(folder)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "explorer.log").touch()
    except EngineError as error:
        fail(str(error), Exit.REFUSED)
    except OSError as error:
        fail(f"cannot keep data in {folder}: {explain_refusal(error)}", Exit.REFUSED)
    return folder


def _claim_port(port: int, folder: Path) -> None:
    from lodegraph.runtime.listen_address import is_port_free
    from lodegraph.runtime.orphaned_explorer import stop_orphan

    if is_port_free(port):
        return
    if stop_orphan(port, folder) and is_port_free(port):
        tell("Cleared away an explorer that a killed run had left behind")
        return
    fail(f"port {port} of this machine is taken: stop what uses it, or choose another with --port", Exit.REFUSED)


def _show_graph(explorer: "ExplorerProcess", no_browser: bool, records: Path | None) -> None:
    """Bring up the graph and the records, announce the address, and wait until the explorer ends."""
    import_driver()
    from loader.read import read_data_set
    from lodegraph.cli.load_on_start import load_if_missing
    from lodegraph.cli.session import open_server, report_errors
    from lodegraph.cli.watched_folder import answer_about_folder
    from lodegraph.runtime.explorer_process import ExplorerFailed

    with report_errors():
        data_set = read_data_set(records).name if records else None
        with (
            open_server(writing=True) as writer,
            open_server(writing=False) as reader,
            answer_about_folder(records, reader, writer) as settings,
            _answer_about_files(writer) as more,
        ):
            try:
                folder = records or find_shipped_records()
                explorer.show(reader, data_set=data_set, records={**settings, **more, **read_uncited(folder)})
                load_if_missing(writer, folder, asked=records is not None)
                report_articles(reader, data_set)
                explorer.wait_until_it_answers()
                _announce(explorer, no_browser)
                explorer.wait()
            except ExplorerFailed as error:
                fail(str(error), Exit.REFUSED)


def _answer_about_files(writer: "Server") -> AbstractContextManager[dict[str, str]]:
    """Bring files in for the pages, where they can be asked for under this machine's own name alone."""
    from explorer.access.settings import LOOPBACK_ALONE, read_serving
    from lodegraph.cli.import_desk import answer_about_files

    alone = read_serving(os.environ).hosts == LOOPBACK_ALONE
    return answer_about_files(writer) if alone else nullcontext({})


def _announce(explorer: "ExplorerProcess", no_browser: bool) -> None:
    print_answer(f"Explorer: {explorer.address}")
    tell("Ctrl-C stops it")
    if not no_browser and _has_display():
        webbrowser.open(explorer.address)


def _has_display() -> bool:
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
