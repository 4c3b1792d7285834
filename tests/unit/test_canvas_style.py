"""How nodes and relationships look, and what the component is given of them."""

import json
from typing import Any

import pytest

from cypher.model import built_in_model
from cypher.results import GraphEdge, GraphNode, Subgraph
from explorer.render.picture import Picture, draw_picture
from explorer.render.style import bend_edges, name_edge
from explorer.render.theme import CHOSEN, SHAPES

MODEL = built_in_model()

BANK = GraphNode("agency/exim", "Agency", {"name": "Export-Import Bank", "kind": "bank"})
LOAN = GraphNode("deal/loan", "Deal", {"name": "Loan", "stage": "approved", "amount_value": 10_000_000_000})


def between(start: str, kind: str, end: str, role: str = "", **properties: object) -> GraphEdge:
    return GraphEdge(f"{start}|{kind}|{end}|{role}", kind, start, end, {"role": role, **properties})


def look_of(node: GraphNode) -> dict[str, Any]:
    """How one node by itself is drawn."""
    return draw_picture(Subgraph((node,)), {node.id: (0.0, 0.0)}, MODEL).network.nodes[0]


def drawn(*edges: GraphEdge) -> Picture:
    return draw_picture(Subgraph((BANK, LOAN), edges), {BANK.id: (0.0, 0.0), LOAN.id: (100.0, 0.0)}, MODEL)


FUNDS = between(BANK.id, "FUNDS", LOAN.id, "funder")
ANNOUNCES = between(BANK.id, "ANNOUNCES", LOAN.id, "announcer")
BACK = between(LOAN.id, "GOES_TO", BANK.id, "recipient")


def test_parallel_edges_bend_differently() -> None:
    bends = bend_edges([FUNDS, ANNOUNCES, BACK])

    sides = {side(edge, bends[edge.id]) for edge in (FUNDS, ANNOUNCES, BACK)}
    assert len(sides) == 3


def side(edge: GraphEdge, look: dict[str, object]) -> float:
    """How far an edge bends, to which side of the line from the bank to the loan."""
    smooth = look["smooth"]
    if not isinstance(smooth, dict):
        return 0.0
    clockwise = 1 if smooth["type"] == "curvedCW" else -1
    return float(smooth["roundness"]) * clockwise * (1 if edge.start == BANK.id else -1)


def test_a_lone_edge_is_straight() -> None:
    assert bend_edges([FUNDS])[FUNDS.id] == {"smooth": False}


def test_loops_at_one_node_have_different_sizes() -> None:
    loops = [between(LOAN.id, "MAY_BE_SAME_AS", LOAN.id, role) for role in ("a", "b")]

    sizes = {look["selfReference"]["size"] for look in bend_edges(loops).values()}

    assert len(sizes) == 2


@pytest.mark.parametrize("label", [n.label for n in MODEL.labels])
def test_every_label_of_the_built_in_model_has_a_chosen_look(label: str) -> None:
    declared = CHOSEN[label]

    look = look_of(GraphNode("x/1", label, {"name": "X"}))

    assert (look["shape"], look["color"]["background"]) == (declared.shape, declared.colour)


def test_an_unknown_label_or_type_is_drawn_plainly() -> None:
    assert look_of(GraphNode("x/1", "Whatever", {"name": "X"}))["shape"] in SHAPES
    assert name_edge(between("a", "KNOWS_OF", "b"), MODEL) == "knows of"


def test_gathered_nodes_look_different() -> None:
    one = GraphNode("country/x", "Country", {"name": "X"})
    many = GraphNode("gathered/talks", "Country", {"name": "2 countries", "gathered": ["A", "B"]})

    assert look_of(one)["borderWidth"] < look_of(many)["borderWidth"]
    assert look_of(one)["color"]["background"] != look_of(many)["color"]["background"]


def test_an_edge_names_its_role_where_its_type_has_several() -> None:
    assert name_edge(FUNDS, MODEL) == "funds"
    assert name_edge(between(BANK.id, "PARTY_TO", LOAN.id, "intending_party"), MODEL) == "is party to (intending party)"


def test_the_component_is_given_plain_data_without_titles() -> None:
    payload = json.loads(json.dumps(drawn(FUNDS, ANNOUNCES, BACK).payload()))

    assert [e["id"] for e in payload["edges"]] == [FUNDS.id, ANNOUNCES.id, BACK.id]
    assert not any("title" in item for item in (*payload["nodes"], *payload["edges"]))
    assert payload["options"]["physics"] == {"enabled": False}
    assert payload["nodes"][1]["tooltip"] == ["Deal · stage: approved · amount value: 10,000,000,000"]


def test_the_legend_counts_what_is_drawn() -> None:
    legend = drawn(FUNDS, BACK).legend

    assert [(e.plural, e.count) for e in legend.labels] == [("Agencies", 1), ("Deals", 1)]
    assert [(e.reads, e.count) for e in legend.types] == [("funds", 1), ("goes to", 1)]


def test_the_legend_explains_its_terms_and_only_the_marks_that_occur() -> None:
    legend = drawn(FUNDS, BACK).payload()["legend"]

    assert [e["meaning"] for e in legend["labels"]] == [
        found.meaning for name in ("Agency", "Deal") if (found := MODEL.find_label(name))
    ]
    assert legend["types"][0]["meaning"] == "Whose money a deal is."
    assert [key["text"] for key in legend["keys"]] == []


def test_the_revision_follows_the_content() -> None:
    assert drawn(FUNDS).revision == drawn(FUNDS).revision
    assert drawn(FUNDS).revision != drawn(FUNDS, BACK).revision


def test_hovering_over_a_stake_tells_its_share_and_time() -> None:
    mine = GraphNode("project/pit", "Project", {"name": "The pit"})
    owns = between(
        BANK.id, "OWNS", mine.id, "owner", share=60.0, holding="direct", since="2020-03", note="none of ours"
    )
    picture = draw_picture(Subgraph((BANK, mine), (owns,)), {BANK.id: (0.0, 0.0), mine.id: (9.0, 0.0)}, MODEL)
    (edge,) = picture.payload()["edges"]
    assert edge["tooltip"] == ("Export-Import Bank → The pit · share: 60 · holding: direct · since: March 2020",)
