"""A graph larger than any limit: names, choices and totals are whole, and what was cut says so."""

import time
from collections.abc import Iterator

import pytest

from benchmarks.large_graph import DATA_SET, fill
from cypher.connection import Graph
from cypher.errors import TooManyRows
from cypher.network import named
from cypher.saved import choices, read_catalog, run
from tests.integration.graphs import opened
from tests.integration.servers import Server, wipe

NODES = 42_000
DEALS = (NODES - 690) // 2


@pytest.fixture(scope="module")
def large(engine: Server) -> Iterator[Graph]:
    wipe(engine)
    with opened(engine) as graph:
        fill(graph, NODES)
        yield graph
    wipe(engine)


def test_every_name_can_be_found(large: Graph) -> None:
    assert len(named(large, DATA_SET)) == 2 * DEALS + 190


def test_every_choice_is_offered(large: Graph) -> None:
    (funder,) = read_catalog().get("money-by-funder").parameters
    assert len(choices(large, funder, DATA_SET)) == DEALS + 190


def test_totals_are_of_all_deals_in_seconds(large: Graph) -> None:
    began = time.monotonic()
    answer = run(large, read_catalog().get("all-money"), {}, DATA_SET, max_rows=10)
    assert time.monotonic() - began < 30
    assert answer.totals is not None
    assert not answer.table.truncated
    assert sum(len(g.added) for g in answer.totals.groups) == DEALS
    assert sum(g.interval.floor for g in answer.totals.groups) == DEALS * (DEALS - 1) // 2


def test_all_rows_are_refused_where_there_are_more_and_a_page_says_that_it_is_one(large: Graph) -> None:
    text = "MATCH (n:Deal {data_set: $data_set}) RETURN n.id AS id ORDER BY id"
    with pytest.raises(TooManyRows, match="more than 100 rows"):
        large.rows(text, {"data_set": DATA_SET}, 100)
    page = large.table(text, {"data_set": DATA_SET}, 100)
    assert (len(page.rows), page.truncated) == (100, True)
    assert len(large.rows(text, {"data_set": DATA_SET}, DEALS)) == DEALS
