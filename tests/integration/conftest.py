"""`engine`: the same tests on the embedded engine and on Neo4j, or on the one server that GRAPH_TEST_URI names."""

import os
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.groups import leave_out
from tests.integration.servers import Server, Unavailable, embedded, given, neo4j_container, wipe

ENGINES = ["given"] if os.environ.get("GRAPH_TEST_URI") else ["embedded", "neo4j-5.26"]


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running graph server; it lives for the whole session."""
    open_server = {
        "embedded": lambda: embedded(tmp_path_factory.mktemp("data")),
        "neo4j-5.26": neo4j_container,
        "given": given,
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
