"""Every saved query on every engine: the same rows, an answer that is not empty, and no stranger in it."""

import pytest

from cypher.connection import Graph
from cypher.exports.json_text import dumps, to_json
from cypher.saved import SavedQuery, choices, run
from cypher.status import current_data_set
from ledger.amounts import Interval
from ledger.deals import Side, Stage
from tests.shipped import CATALOG

QUERIES = CATALOG.queries
NOTHING_OF_IT = ("measures",)
"""Queries of what the shipped records do not have: they say so."""
FIRST_SEEN: dict[str, tuple[str, str]] = {}
"""By query: which engine answered first, and what."""

MILLION = 1_000_000


@pytest.fixture(scope="module")
def data_set(graph: Graph) -> str:
    return current_data_set(graph).name


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.id)
def test_the_answer_is_the_same_on_every_engine(graph: Graph, data_set: str, query: SavedQuery) -> None:
    answer = run(graph, query, {}, data_set)
    if query.id in NOTHING_OF_IT:
        assert query.or_else is not None
        assert any(query.or_else in note for note in answer.notes)
    else:
        assert answer.table.rows, "the defaults should show something"
    text = dumps(to_json(answer))
    engine, first = FIRST_SEEN.setdefault(query.id, (graph.server.engine, text))
    assert text == first, f"{graph.server.engine} answers otherwise than {engine}"


@pytest.mark.parametrize("query", QUERIES, ids=lambda q: q.id)
def test_every_default_is_among_the_values_that_the_graph_offers(
    graph: Graph, data_set: str, query: SavedQuery
) -> None:
    for parameter in query.parameters:
        offered = [c.value for c in choices(graph, parameter, data_set)]
        assert not offered or parameter.may_be_empty or parameter.default in offered


@pytest.mark.parametrize("query", [q for q in QUERIES if q.view != "table"], ids=lambda q: q.id)
def test_no_amount_or_node_of_a_stranger_gets_into_an_answer(graph: Graph, data_set: str, query: SavedQuery) -> None:
    before = dumps(to_json(run(graph, query, {}, data_set)))
    graph.write(
        "CREATE (:Agency {id: 'theirs/a', name: 'A'})-[:FUNDS {id: 'theirs/r'}]->(:Deal {id: 'theirs/d', name: 'D', "
        "stage: 'approved', instrument: 'loan', whose_money: 'us_government', amount_value: 5, amount_unit: 'USD', "
        "amount_qualifier: 'exact'})",
        {},
    )
    try:
        assert dumps(to_json(run(graph, query, {}, data_set))) == before
    finally:
        graph.write("MATCH (n) WHERE n.id STARTS WITH 'theirs/' DETACH DELETE n", {})


def test_exims_money_by_stage_as_worked_out_by_hand(graph: Graph, data_set: str) -> None:
    answer = run(graph, CATALOG.get("money-by-funder"), {"funder": "agency/exim"}, data_set)
    assert answer.totals is not None
    sums = {(g.key.stage, g.key.side): g.interval for g in answer.totals.groups if g.key.unit == "USD"}
    approved = 1_300 * MILLION + 27_400_000 + 23_500_000 + 15_900_000 + 11_100_000
    assert sums[Stage.APPROVED, Side.US_GOVERNMENT] == Interval(approved, approved + 10_000 * MILLION)
    assert sums[Stage.LETTER_ISSUED, Side.US_GOVERNMENT] == Interval(14_800 * MILLION, 14_800 * MILLION)


def test_eleven_countries_signed_and_the_united_kingdom_by_one_article_only(graph: Graph, data_set: str) -> None:
    rows = run(graph, CATALOG.get("signed-on-4-february"), {}, data_set).table.rows
    named_by = {country: sources for country, _, _, sources, _, _ in rows}
    assert len(named_by) == 11
    assert [c for c, sources in named_by.items() if len(sources) == 1] == ["United Kingdom"]
    assert len(named_by["Argentina"]) == 5


def test_glencore_and_project_vault_are_joined_through_the_united_states(graph: Graph, data_set: str) -> None:
    answer = run(graph, CATALOG.get("connections"), {}, data_set)
    assert {"company/glencore", "initiative/project-vault"} <= {n.id for n in answer.subgraph.nodes}
    assert {n.label for n in answer.subgraph.nodes}.isdisjoint({"Mineral", "Place", "Claim", "Source", "Event"})


def test_a_cut_answer_says_so(graph: Graph, data_set: str) -> None:
    query = CATALOG.get("open-disputes")
    assert run(graph, query, {}, data_set, max_rows=3).table.truncated
    assert not run(graph, query, {}, data_set, max_rows=1_000).table.truncated
