"""A node in plain words: nothing that is not in the record, and no word that is not the model's."""

import pytest

from cypher.exports.item_cypher import edge_cypher, node_cypher
from cypher.fact_words import tell_group, tell_node
from cypher.model import built_in_model
from cypher.neighbour_groups import NeighbourGroup
from cypher.results import GraphEdge, GraphNode

MODEL = built_in_model()
LOAN = {
    "name": "The loan", "instrument": "loan", "stage": "approved", "whose_money": "us_government", "date": "2026-02-02",
    "amount_value": 10_000_000_000, "amount_unit": "USD", "amount_qualifier": "up_to",
}  # fmt: skip


def deal(**more: object) -> GraphNode:
    return GraphNode("deal/loan", "Deal", {k: v for k, v in (LOAN | more).items() if v is not None})


def group(type_: str, *names: str, out: bool = False, role: str = "", count: int = 0) -> NeighbourGroup:
    return NeighbourGroup(type_, out, role, count or len(names), tuple((f"x/{n}", n) for n in names))


def test_a_deal_says_its_paper_stage_day_figure_and_whose_money() -> None:
    assert tell_node(deal(), [group("FUNDS", "The Bank")], MODEL) == (
        "Loan, approved, 2 February 2026: up to USD 10 billion, US government money. The Bank funds it."
    )


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"stage": "not_stated", "date": None}, "Loan, stage not stated: up to"),
        ({"instrument": "unspecified"}, "A deal of an unspecified kind, approved"),
        ({"whose_money": "not_stated"}, "up to USD 10 billion, whose money is not stated."),
        ({"amount_value": None, "amount_unit": None, "amount_qualifier": None}, ": no figure, US government money."),
        ({"amount_value": None, "amount_qualifier": "unquantified"}, ": unquantified USD, US"),
        ({"amount_value": "ten"}, "a figure that cannot be read"),
        ({"instrument": "guarantee"}, "(a guarantee or cover is exposure, no money given)"),
        ({"stage": ["somebody's", "list"]}, "somebody's; list"),
    ],
)
def test_what_is_not_stated_is_said_so(more: dict[str, object], told: str) -> None:
    assert told in tell_node(deal(**more), [], MODEL)


def test_several_neighbours_are_named_and_counted_with_their_role_where_there_are_several() -> None:
    told = tell_node(
        GraphNode("initiative/vault", "Initiative", {"name": "Vault", "kind": "reserve"}),
        [
            group("LEADS", "Ann", role="chair"),
            group("JOINS", "A", "B", "C", "D", role="partner", count=9),
            group("LOCATED_IN", "X", "Y", out=True, role="location"),
        ],
        MODEL,
    )
    assert told == (
        "Reserve. Ann leads it, as chair. Each of A, B, C and 6 more joins it, as partner. It is located in X and Y."
    )


def test_a_node_of_a_type_that_nobody_declared_is_told_by_its_own_words() -> None:
    told = tell_node(GraphNode("ship/a", "Ship", {"name": "A"}), [group("SAILS_FOR", "B", out=True, role="x")], MODEL)
    assert told == "Ship. It sails for B, as x."


def test_the_cypher_of_an_item_has_its_parameters_and_quotes_what_would_break_out() -> None:
    text = node_cypher('deal/a"; MATCH (n) DETACH DELETE n;//', "my set", MODEL)
    assert text is not None
    first, second, *_ = text.splitlines()
    assert first == ':param id => "deal/a\\"; MATCH (n) DETACH DELETE n;//";'
    assert second == ':param data_set => "my set";'
    assert node_cypher("nothing/known", "s", MODEL) is None
    edge = GraphEdge("deal/a|T`X|b", "T`X", "deal/a", "b", {})
    written = edge_cypher(edge, "s", MODEL)
    assert written is not None
    assert "[r:`T``X` {id: $id}]" in written


@pytest.mark.parametrize(
    ("type_", "role", "said"),
    [("LEADS", "leader", "Ann leads it"), ("LEADS", "chair", "Ann leads it, as chair"),
     ("ANNOUNCES", "announcer", "Ann announces it"), ("OWNS", "owner", "Ann owns it")],
)  # fmt: skip
def test_a_role_that_only_repeats_the_verb_is_not_told(type_: str, role: str, said: str) -> None:
    assert tell_group(group(type_, "Ann", role=role), MODEL) == said
