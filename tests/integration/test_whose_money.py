"""Sums by whose money it is, from records to rows: each government and bank by its name, none added to another."""

from collections.abc import Iterator

import pytest

from cypher.connection import Graph
from cypher.guide import Guide
from cypher.model import built_in_model
from cypher.saved import read_catalog, run
from tests.integration.page_sets import loaded_page_set
from tests.integration.servers import Server

CATALOG = read_catalog(built_in_model()).offered("my-facility", Guide())


@pytest.fixture(scope="module")
def graph(engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The facility of the page about records."""
    with loaded_page_set("my-facility", engine, tmp_path_factory.mktemp("facility")) as found:
        yield found


def test_each_government_and_bank_has_a_sum_by_its_name(graph: Graph) -> None:
    shown = run(graph, CATALOG.get("all-money"), {}, "my-facility").as_rows()
    rows = [dict(zip(shown.columns, row, strict=True)) for row in shown.rows]
    assert {r["name"]: r["floor"] for r in rows if r["row"] == "sum"} == {
        "all committed, blended money, public and private": 100_000_000,
        "all committed, public money of Exampland": 20_000_000,
        "all committed, public money of Otherland": 30_000_000,
        "all committed, multilateral money of Bank of Many States": 40_000_000,
    }


def test_a_table_says_whose_public_money_a_deal_is(graph: Graph) -> None:
    shown = run(graph, CATALOG.get("neighbours"), {"node": "country/XA"}, "my-facility").as_rows()
    rows = [dict(zip(shown.columns, row, strict=True)) for row in shown.rows]
    assert {r["to"]: r["amount_note"] for r in rows} == {"The grant to the facility": "public money of Exampland"}
