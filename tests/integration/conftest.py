"""`engine`: the same tests on every engine that was chosen, or on the one server that GRAPH_TEST_URI names."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from typing import Any

import pytest

from cypher.connection import Graph
from cypher.saved import run
from loader.load import load
from lodegraph.notebook import open_py2neo
from lodegraph.shipped_records import find_shipped_records
from tests.groups import chosen_engines, leave_out
from tests.integration.changed_set import CHANGED
from tests.integration.figures_set import FIGURES
from tests.integration.graphs import opened
from tests.integration.ready import configure, loaded, reading
from tests.integration.servers import Server, Unavailable, embedded, given, neo4j_container, wipe
from tests.integration.worked_asks import CATALOG, Ask, write
from tests.integration.worked_set import WORKED
from tests.neo4j_lines import LINES

LATER_LINES = tuple(LINES)[1:]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what asks for an `engine` on each of them; pytest sorts the tests so that only one runs at a time."""
    if "engine" in metafunc.fixturenames:
        engines = ["given"] if os.environ.get("GRAPH_TEST_URI") else chosen_engines(metafunc.config)
        if metafunc.definition.get_closest_marker("one_line"):
            engines = [name for name in engines if name not in LATER_LINES or engines == [name]]
        metafunc.parametrize("engine", engines, indirect=True, scope="session")


@pytest.fixture(scope="session")
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running graph server; it lives for the whole session."""
    open_server = {
        "embedded": lambda: embedded(tmp_path_factory.mktemp("data")),
        "given": given,
        **{name: partial(neo4j_container, line) for name, line in LINES.items()},
    }[request.param]
    with ExitStack() as stack:
        try:
            server = stack.enter_context(open_server())
        except Unavailable as error:
            reason = str(error)
        else:
            yield server
            return
    leave_out(request.config, request.param, reason)


@pytest.fixture
def clean_graph(engine: Server) -> Server:
    """The server, with an empty graph."""
    wipe(engine)
    return engine


@pytest.fixture(scope="module")
def server(engine: Server) -> Iterator[Server]:
    """The server, with the shipped records and nothing else."""
    with loaded(engine) as ready:
        yield ready


@pytest.fixture(scope="module")
def graph(server: Server) -> Iterator[Graph]:
    """The shipped records, as the loader opens them."""
    with opened(server) as opened_graph:
        yield opened_graph


@pytest.fixture
def configured(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that names the shipped records for somebody who reads."""
    configure(monkeypatch, reading(server))


@pytest.fixture
def neo4j_only(server: Server) -> None:
    """Leaves a test out on the embedded engine."""
    if server.name == "embedded":
        pytest.skip("py2neo is refused there, which test_py2neo.py shows")


@pytest.fixture
def bridge(configured: None, neo4j_only: None) -> Iterator[Any]:
    """The shipped records by py2neo."""
    opened_bridge = open_py2neo()
    yield opened_bridge
    opened_bridge.close()


@pytest.fixture(scope="module")
def ask(engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """A saved query's answer from the worked set, beside which the one of changes is in the graph."""
    wipe(engine)
    with opened(engine) as graph:
        for files in (WORKED, CHANGED):
            load(graph, write(files, tmp_path_factory.mktemp("worked")))
        yield lambda query, **given: run(graph, CATALOG.get(query), given, "worked")
    wipe(engine)


@pytest.fixture(scope="module")
def ask_changed(engine: Server, ask: Ask) -> Iterator[Ask]:
    """A saved query's answer from the set of changes."""
    assert ask
    with opened(engine) as graph:
        yield lambda query, **given: run(graph, CATALOG.get(query), given, "changed")


@pytest.fixture(scope="module")
def every_set(engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The worked set, those of changes and of figures, and the shipped records, beside one another."""
    wipe(engine)
    with opened(engine) as graph:
        for files in (WORKED, CHANGED, FIGURES):
            load(graph, write(files, tmp_path_factory.mktemp("worked")))
        load(graph, find_shipped_records())
        yield graph
    wipe(engine)
