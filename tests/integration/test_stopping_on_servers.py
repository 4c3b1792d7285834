"""Stopping a statement on a server: Neo4j ends it and says so, the embedded engine cannot and answers others."""

import threading
import time
from collections.abc import Callable

import pytest

from cypher.deadlines import Limits
from cypher.errors import GraphError
from cypher.guard import read_guarded
from cypher.results import Table
from cypher.stoppable import Ended, StoppableReader, Stopped
from tests.integration.graphs import opened
from tests.integration.servers import Server

LONG = "UNWIND range(1, $many) AS a UNWIND range(1, 1000) AS b WITH a, b WHERE a + b < 0 RETURN a"
BUSY = 1.5
"""Seconds after which a server is at it."""


def look(reader: StoppableReader, text: str, parameters: dict[str, int], max_rows: int) -> Table:
    """As own queries are read, without their guard, which lets no such statement pass."""
    return reader.look(text, parameters, Limits(rows=max_rows))


@pytest.mark.parametrize("read", [StoppableReader.table, look], ids=["ours", "typed"])
def test_what_runs_on_a_server_is_ended_or_that_it_cannot_is_told(
    clean_graph: Server, read: Callable[[StoppableReader, str, dict[str, int], int], Table]
) -> None:
    is_embedded = clean_graph.name.startswith("embedded")
    raised: list[GraphError] = []
    with opened(clean_graph) as graph:
        reader = StoppableReader(graph)

        def ask() -> None:
            try:
                read(reader, LONG, {"many": 8_000 if is_embedded else 1_000_000}, 10)
            except GraphError as error:
                raised.append(error)

        asking = threading.Thread(target=ask)
        asking.start()
        time.sleep(BUSY)
        assert asking.is_alive(), raised
        began = time.monotonic()
        ended = reader.stop()
        assert ended is (Ended.CANNOT if is_embedded else Ended.ENDED)
        assert graph.rows("RETURN 1", {}) == ((1,),)
        assert time.monotonic() - began < 5
        if not is_embedded:
            asking.join(5)
            assert [type(error) for error in raised] == [Stopped]
        asking.join(120)
        assert not asking.is_alive()


def test_a_run_that_is_not_stopped_reads_as_any_other(clean_graph: Server) -> None:
    with opened(clean_graph) as graph:
        reader = StoppableReader(graph)
        assert reader.rows("UNWIND [1, 2] AS a RETURN a", {}) == ((1,), (2,))
        assert read_guarded(reader, "UNWIND [1, 2] AS a RETURN a", {}, None).rows == ((1,), (2,))
        assert reader.stop() is Ended.NOT_BEGUN
