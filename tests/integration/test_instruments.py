"""The page's set of instruments, from records through the graph: what is no money is told apart in every answer."""

from collections.abc import Iterator

import pytest

from cypher.connection import Graph
from cypher.guide import Guide
from cypher.model import built_in_model
from cypher.results import Value
from cypher.saved import read_catalog, run
from tests.integration.page_sets import loaded_page_set
from tests.integration.servers import Server

CATALOG = read_catalog(built_in_model()).offered("my-instruments", Guide())
TERMS = "interest EURIBOR 6M + 4.25 per cent per year; tenor 10 years; maturity 30 June 2036"
Rows = list[dict[str, Value]]


@pytest.fixture(scope="module")
def graph(engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """The set of instruments of the page about records."""
    with loaded_page_set("my-instruments", engine, tmp_path_factory.mktemp("instruments")) as found:
        yield found


def rows(graph: Graph, query: str, **given: str) -> Rows:
    shown = run(graph, CATALOG.get(query), given, "my-instruments").as_rows()
    return [dict(zip(shown.columns, row, strict=True)) for row in shown.rows]


def test_all_money_adds_what_is_given_and_names_the_rest_with_its_figure(graph: Graph) -> None:
    """By hand: a loan of 150, 20 paid for shares, and a framework of up to 50 with orders of 8 and 12."""
    told = rows(graph, "all-money")
    sums = {(r["stage"], r["side"]): (r["floor"], r["ceiling"]) for r in told if r["row"] == "sum"}
    assert sums == {
        ("signed", "outside money"): (170_000_000, 200_000_000),
        ("committed", "outside money"): (20_000_000, 20_000_000),
    }
    left = {r["id"]: (r["as_written"], r["note"]) for r in told if r["row"] == "left out"}
    assert left == {
        "deal/lake-guarantee": ("up to EUR 132 million", "a guarantee or cover is exposure, no money given"),
        "deal/smelter-offtake": ("30,000 tons_per_year", "a rate or a share: such figures are not added"),
        "deal/smelter-option": ("up to 20,000 tons", "an option is a right, and nothing is agreed yet"),
        "deal/smelter-stake": ("about EUR 25 million", "what a stake is worth, no money given"),
    }
    assert {r["id"] for r in told if r["row"] == "inside"} == {"deal/spring-order", "deal/autumn-order"}
    (loan,) = (r for r in told if r["id"] == "deal/lake-loan" and r["row"] == "added")
    assert loan["note"] == TERMS


def test_a_network_tells_a_guarantee_apart_from_money_and_what_it_covers(graph: Graph) -> None:
    told = {r["relationship"]: r for r in rows(graph, "neighbours", node="deal/lake-guarantee")}
    secures = told["secures"]
    assert (secures["from"], secures["to"]) == ("The guarantee of the Cover Office", "The loan of Lake Bank")
    assert (secures["amount"], secures["instrument"]) == ("up to EUR 132 million", "guarantee")
    assert secures["amount_note"] == "a guarantee or cover is exposure, no money given"
    (funds,) = (r for r in rows(graph, "neighbours", node="deal/lake-loan") if r["relationship"] == "funds")
    assert (funds["amount"], funds["amount_note"]) == ("EUR 150 million", TERMS)


def test_money_by_funder_says_which_covers_it_does_not_include(graph: Graph) -> None:
    answer = run(graph, CATALOG.get("money-by-funder"), {"funder": "agency/cover-office"}, "my-instruments")
    assert answer.totals is not None
    (group,) = answer.totals.groups
    assert (group.interval.floor, group.interval.ceiling) == (20_000_000, 50_000_000)
    covers = "guarantees and insurance that it gives, which are exposure and no money"
    named = "The guarantee of the Cover Office (deal/lake-guarantee)"
    assert answer.notes == (f"Not included: {covers}: {named}.",)


def test_a_path_walks_from_a_guarantor_to_the_borrower_by_what_it_secures(graph: Graph) -> None:
    given = {"from": "deal/lake-guarantee", "to": "company/tin-mine"}
    assert {r["relationship"] for r in rows(graph, "connections", **given)} == {"secures", "goes to"}
