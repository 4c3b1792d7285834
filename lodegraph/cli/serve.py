"""`lodegraph serve`: the explorer for several people, from a server that is there already, until it is told to stop."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.driver_import import import_driver
from lodegraph.cli.options import AllowHost, DataSet, Port, ShownFolder, allow_hosts
from lodegraph.cli.output import Exit, fail, print_answer, tell
from lodegraph.cli.own_articles import NotHere, read_uncited, refuse_articles
from lodegraph.shipped_records import find_shipped_records

if TYPE_CHECKING:
    from cypher.connection import Server
    from explorer.access.settings import Serving
    from lodegraph.runtime.explorer_process import ExplorerProcess
    from lodegraph.runtime.listen_address import ListenAddress

Host = Annotated[str, typer.Option(help="The address of this machine to listen on; 0.0.0.0 for all of them.")]
NO_SERVER = (
    "NEO4J_URI is not set: name the server to show, such as NEO4J_URI=neo4j://127.0.0.1:7687; "
    "`lodegraph run` is the command that brings a graph of its own"
)


def serve(
    path: ShownFolder = None, host: Host = "127.0.0.1", port: Port = 8501, allow_host: AllowHost = None,
    data_set: DataSet = None, articles: NotHere = None,
) -> None:  # fmt: skip
    """Serve the explorer to several people from the server that NEO4J_URI names; reads only, and keeps no files."""
    from explorer.access.allowed_hosts import read_host
    from lodegraph.runtime.explorer_process import ignore_signals, interrupt_on_signals, start_shared_explorer
    from lodegraph.runtime.listen_address import ListenAddress

    refuse_articles(articles)
    names = allow_host or []
    allow_hosts([*names, host] if read_host(host) else names)
    interrupt_on_signals()
    listens_at = ListenAddress(host, port)
    serving = _check_serving(listens_at)
    tell("Starting the explorer")
    explorer = start_shared_explorer(listens_at)
    try:
        _show_graph(explorer, serving.address or explorer.address, path)
    except KeyboardInterrupt:
        tell("Stopped")
    finally:
        ignore_signals()  # stopping takes a few seconds at most: a second signal must not break it off
        explorer.stop()


def _check_serving(listens_at: "ListenAddress") -> "Serving":
    """How to serve; ends the command where that cannot be."""
    from cypher.settings import GraphSettings
    from explorer.access.login_settings import BadSetting
    from explorer.access.settings import SHARED, read_serving
    from lodegraph.runtime.listen_address import CannotListen

    if GraphSettings().embedded:
        fail(NO_SERVER, Exit.USAGE)
    try:
        serving = read_serving({**os.environ, SHARED: "yes"})
        listens_at.check()
    except BadSetting as error:
        fail(str(error), Exit.USAGE)
    except CannotListen as error:
        fail(str(error), Exit.REFUSED)
    return serving


def _show_graph(explorer: "ExplorerProcess", address: str, records: Path | None) -> None:
    """Tell the explorer which graph to show, announce the address, and wait until the explorer ends."""
    import_driver()
    from cypher.connection import open_graph
    from loader.read import read_data_set
    from lodegraph.cli.session import open_server, report_errors
    from lodegraph.cli.watched_folder import answer_about_folder
    from lodegraph.runtime.explorer_process import ExplorerFailed

    with report_errors(), open_server(writing=False) as server, answer_about_folder(records, server, None) as settings:
        data_set = read_data_set(records).name if records else None
        open_graph(server).close()  # says what is wrong with the address, if anything; connects to nothing
        try:
            told = {**settings, **read_uncited(records or find_shipped_records())}
            explorer.show(server, shared=True, data_set=data_set, records=told)
            explorer.wait_until_it_answers()
            if records:
                _compare(server, records)
            print_answer(f"Explorer: {address}")
            explorer.wait()
        except ExplorerFailed as error:
            fail(str(error), Exit.REFUSED)


def _compare(server: "Server", records: Path) -> None:
    """Say whether the graph holds what a folder says; a graph that is not there yet is no reason to end."""
    from cypher.connection import connect
    from cypher.errors import GraphError
    from lodegraph.cli.load_on_start import report_differences

    try:
        with connect(server) as graph:
            report_differences(graph, records)
    except GraphError as error:
        tell(f"Whether it holds the records in {records} is not known: {error}")
