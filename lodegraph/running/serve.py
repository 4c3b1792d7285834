"""`lodegraph serve`: the explorer for several people, from a server that is there already, until it is told to stop."""

import os
import signal
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from cypher.settings import GraphSettings
from explorer.access.allowed_hosts import read_host
from explorer.access.login_settings import BadSetting
from explorer.access.settings import SHARED, Serving, read_serving
from lodegraph.cli.output import Exit, answer, fail, tell
from lodegraph.running.allow_hosts import allow_hosts
from lodegraph.running.app_process import AppFailed, AppProcess, start_shared_app
from lodegraph.running.listening import CannotListen, Place

if TYPE_CHECKING:
    from cypher.connection import Server

NO_SERVER = (
    "NEO4J_URI is not set: name the server to show, such as NEO4J_URI=neo4j://127.0.0.1:7687; "
    "`lodegraph run` is the command that brings a graph of its own"
)


def serve_explorer(host: str, port: int, records: Path | None, names: list[str]) -> None:
    """Serve, also under other names, until SIGTERM or Ctrl-C; loads nothing, writes nothing."""
    allow_hosts([*names, host] if read_host(host) else names)
    signal.signal(signal.SIGINT, _interrupt)
    signal.signal(signal.SIGTERM, _interrupt)
    place = Place(host, port)
    serving = _checked(place)
    tell("Starting the explorer")
    app = start_shared_app(place)
    try:
        _serve(app, serving.address or app.address, records)
    except KeyboardInterrupt:
        tell("Stopped")
    finally:
        _hear_no_more()
        app.stop()


def _checked(place: Place) -> Serving:
    """How to serve; ends the command where that cannot be."""
    if GraphSettings().embedded:
        fail(NO_SERVER, Exit.USAGE)
    try:
        serving = read_serving({**os.environ, SHARED: "yes"})
        place.check()
    except BadSetting as error:
        fail(str(error), Exit.USAGE)
    except CannotListen as error:
        fail(str(error), Exit.REFUSED)
    return serving


def _serve(app: AppProcess, address: str, records: Path | None) -> None:
    from cypher.connection import open_graph
    from loader.read import read_data_set
    from lodegraph.commands import session

    with session.failing_well(), session.server(writing=False) as server:
        data_set = read_data_set(records).name if records else None
        open_graph(server).close()  # says what is wrong with the address, if anything; connects to nothing
        try:
            app.show(server, shared=True, data_set=data_set)
            app.wait_until_it_answers()
            if records:
                _compare(server, records)
            answer(f"Explorer: {address}")
            app.wait()
        except AppFailed as error:
            fail(str(error), Exit.REFUSED)


def _compare(server: "Server", records: Path) -> None:
    """Say whether the graph holds what a folder says; a graph that is not there yet is no reason to end."""
    from cypher.connection import connect
    from cypher.errors import GraphError
    from lodegraph.running.bring_records import say_what_differs

    try:
        with connect(server) as graph:
            say_what_differs(graph, records)
    except GraphError as error:
        tell(f"Whether it holds the records in {records} is not known: {error}")


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _hear_no_more() -> None:
    """Stopping takes a few seconds at most: a second signal must not break it off."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
