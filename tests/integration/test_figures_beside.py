"""Ranges, bases, stocks and figures beside a figure, from records through the graph to the rows of an answer."""

from collections.abc import Iterator

import pytest

from cypher.connection import Graph
from cypher.guide import Guide
from cypher.model import built_in_model
from cypher.results import Value
from cypher.saved import read_catalog, run
from tests.integration.page_sets import loaded_page_set
from tests.integration.servers import Server

CATALOG = read_catalog(built_in_model()).offered("my-figures", Guide())


@pytest.fixture(scope="module")
def graph(engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The set of figures of the page about records."""
    with loaded_page_set("my-figures", engine, tmp_path_factory.mktemp("figures")) as found:
        yield found


def rows(graph: Graph, query: str, **given: str) -> list[dict[str, Value]]:
    shown = run(graph, CATALOG.get(query), given, "my-figures").as_rows()
    return [dict(zip(shown.columns, row, strict=True)) for row in shown.rows]


def test_stock_and_release_of_one_metal_are_two_sums(graph: Graph) -> None:
    told = {
        r["name"]: (r["measured_as"], r["amount_of"], r["floor"], r["ceiling"])
        for r in rows(graph, "all-money") if r["row"] == "sum" and r["unit"] == "tons"
    }  # fmt: skip
    assert told == {
        "all committed, whose money is not stated, measured as contained metal, stock": (
            "contained metal", "stock", 40_000, 50_000,
        ),
        "all announced, whose money is not stated, measured as contained metal, release, of 2026": (
            "contained metal", "release", 5_000, None,
        ),
    }  # fmt: skip


def test_an_equivalent_and_what_is_paid_out_are_told_and_not_added(graph: Graph) -> None:
    beside = (
        "told also as about EUR 92 million, which is not added; as of 31 December 2025: paid out USD 30 million; "
        "undisbursed USD 70 million; repaid USD 5 million; outstanding up to USD 25 million"
    )
    (row,) = (r for r in rows(graph, "all-money") if r["id"] == "deal/joint-loan")
    assert row["note"] == f"an umbrella: it mixes papers, stages or funders; {beside}"
    sums = {(r["unit"], r["amount_of"], r["comes_to"]) for r in rows(graph, "all-money") if r["row"] == "sum"}
    assert {s for s in sums if s[0] != "tons"} == {("USD", "cost", "USD 250 million")}
    (row,) = (r for r in rows(graph, "money-by-funder", funder="agency/tin-bank") if r["id"] == "deal/joint-loan")
    assert (row["row"], row["floor"], row["as_written"]) == ("added", 60_000_000, "USD 60 million")
    assert row["note"] == f"its share of a joint figure of USD 100 million; of the whole: {beside}"


def test_rows_of_a_network_tell_how_a_figure_was_measured(graph: Graph) -> None:
    told = {r["to"]: (r["amount"], r["amount_note"]) for r in rows(graph, "neighbours", node="agency/tin-bank")}
    assert told["The tin stock"] == ("40,000 to 50,000 tons", "measured as contained metal; stock")
    amount, note = told["The joint loan"]
    assert (amount, str(note).partition(";")[0]) == ("USD 60 million", "its share of USD 100 million")
