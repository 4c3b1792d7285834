"""From what a driver returns to our own values and deals, without a server."""

from collections.abc import Mapping
from typing import Any

import neo4j.graph
import neo4j.time
import pytest

from cypher.convert import graph_parts, to_subgraph, to_value
from cypher.deals import read_deals
from cypher.internal import statement
from cypher.results import GraphEdge, GraphNode
from ledger.amounts import Amount
from ledger.totals import total

CD, GN = GraphNode("country/CD", "Country", {"name": "DRC"}), GraphNode("country/GN", "Country", {"name": "Guinea"})
DEAL = GraphNode("deal/x", "Deal", {"name": "X"})
SIGNS = GraphEdge("country/CD|PARTY_TO|deal/x|signatory", "PARTY_TO", "country/CD", "deal/x", {"role": "signatory"})


class Canned:
    """Stands for a graph: answers each statement with the rows that a test gives it."""

    def __init__(self, rows: Mapping[str, list[tuple[Any, ...]]]) -> None:
        self.answers = rows

    def rows(self, text: str, _parameters: Mapping[str, object], _limit: int | None = None) -> tuple[Any, ...]:
        return tuple(self.answers.get(text, []))


def loan(name: str, **more: object) -> GraphNode:
    """A deal's node as the loader writes it."""
    kept = {"name": name.upper(), "instrument": "loan", "stage": "approved", "whose_money": "us_government"}
    amount = {"amount_value": 5, "amount_unit": "USD", "amount_qualifier": "exact"}
    return GraphNode(f"deal/{name}", "Deal", kept | amount | more)


def drivers_node(element_id: str, **properties: object) -> neo4j.graph.Node:
    return neo4j.graph.Node(neo4j.graph.Graph(), element_id, 1, ["Country"], properties)


def test_a_node_is_known_by_its_own_id_and_by_the_engines_only_where_it_has_none() -> None:
    assert to_value(drivers_node("4:x:1", id="country/CD", name="DRC")) == GraphNode(
        "country/CD", "Country", {"id": "country/CD", "name": "DRC"}
    )
    assert to_value(drivers_node("4:x:1", name="Theirs")).id == "4:x:1"


def test_a_relationship_runs_between_the_nodes_that_its_id_names() -> None:
    graph = neo4j.graph.Graph()
    properties = {"id": SIGNS.id, "role": "signatory"}
    edge = graph.relationship_type("PARTY_TO")(graph, "5:x:1", 1, properties)
    found = to_value(edge)
    assert (found.id, found.type, found.start, found.end) == (SIGNS.id, "PARTY_TO", "country/CD", "deal/x")


def test_times_become_iso_text_at_any_depth() -> None:
    value = {"when": [neo4j.time.Date(2026, 2, 4)], "n": 1, "none": None}
    assert to_value(value) == {"when": ["2026-02-04"], "n": 1, "none": None}


def test_nodes_and_relationships_are_found_at_any_depth_of_a_row() -> None:
    nodes, edges = graph_parts([1, [CD, {"deal": DEAL, "by": [SIGNS]}], None, "text"])
    assert (nodes, edges) == ([CD, DEAL], [SIGNS])


def test_a_network_has_each_node_once_and_no_relationship_without_its_ends() -> None:
    whole = to_subgraph([[CD, SIGNS, DEAL], [CD, SIGNS, DEAL], [GN, None, None]], truncated=False)
    assert (whole.nodes, whole.edges) == ((CD, DEAL, GN), (SIGNS,))
    assert to_subgraph([[CD, SIGNS]], truncated=True).edges == ()


def test_a_deal_that_a_join_returns_twice_is_one_deal() -> None:
    book = read_deals(Canned({}), [loan("a"), CD, loan("a"), loan("b")], "set")  # type: ignore[arg-type]
    assert [d.id for d in book.deals] == ["deal/a", "deal/b"]
    assert total(book.deals).groups[0].interval.floor == 10


def test_deals_know_their_wholes_twins_and_tags_by_role() -> None:
    rows = {
        statement("wholes-of-deals"): [("deal/a", "deal/w"), ("deal/a", "deal/v")],
        statement("twins-of-deals"): [("deal/a", "deal/b"), ("deal/b", "deal/a")],
        statement("tags-of-deals"): [
            ("deal/a", "location", "country/GN", "Guinea"),
            ("deal/a", "mineral", "mineral/tin", "Tin"),
            ("deal/b", "recipient", "company/x", "X Corp"),
        ],
    }
    book = read_deals(Canned(rows), [loan("a", disputes=["dispute/d"]), loan("b")], "set")  # type: ignore[arg-type]
    a, b = book.deals
    known = [sorted(ids) for ids in (a.wholes, a.may_be_same_as, a.disputes, a.places, a.minerals, a.recipients)]
    assert known == [["deal/v", "deal/w"], ["deal/b"], ["dispute/d"], ["country/GN"], ["mineral/tin"], []]
    assert b.recipients == {"company/x"}
    assert [book.name(i) for i in ("deal/a", "company/x", "deal/w", None)] == ["A", "X Corp", "deal/w", "not stated"]


def test_a_deal_that_one_may_be_and_that_was_not_asked_for_is_known_by_name_and_funder() -> None:
    rows = {
        statement("twins-of-deals"): [("deal/a", "deal/far")],
        statement("names-of-nodes-by-id", label="Deal"): [("deal/far", "The far loan")],
        statement("funders-of-deals"): [("deal/far", "agency/x", "X Bank")],
    }
    book = read_deals(Canned(rows), [loan("a")], "set")  # type: ignore[arg-type]
    assert (book.name("deal/far"), book.funders["deal/far"]) == ("The far loan", {"agency/x": "X Bank"})
    assert [d.id for d in book.deals] == ["deal/a"]


@pytest.mark.parametrize(
    ("stored", "amount"),
    [
        ({}, "USD 5"),
        ({"amount_value": None, "amount_qualifier": "unquantified"}, "unquantified USD"),
        ({"amount_value": None, "amount_unit": None, "amount_qualifier": None}, None),
        ({"amount_qualifier": "up_to", "amount_unit": "tons"}, "up to 5 tons"),
        ({"amount_qualifier": "range", "amount_ceiling": 7}, "USD 5 to 7"),
        ({"amount_ceiling": None, "measured_as": None, "amount_of": None}, "USD 5"),
    ],
)
def test_a_figure_is_read_back_as_it_was_written(stored: dict[str, object], amount: str | None) -> None:
    (found,) = read_deals(Canned({}), [loan("a", **stored)], "set").deals  # type: ignore[arg-type]
    assert found.amount == (Amount.parse(amount) if amount else None)
