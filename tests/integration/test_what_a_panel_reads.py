"""What a panel reads around a node, and that the Cypher that it gives shows just that when it is pasted and run."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.connection import Graph
from cypher.exports.item_cypher import edge_cypher, node_cypher
from cypher.fact_words import tell_node
from cypher.model import built_in_model
from cypher.neighbour_groups import read_neighbour_groups
from cypher.network import among
from explorer.panels.around_item import make_field_table
from loader.load import load
from tests.integration.graphs import opened
from tests.integration.servers import Server, wipe
from tests.integration.test_disagreements import DEALS, SIZE, SMALL
from tests.integration.test_scene_actions import look_at
from tests.unit.small_records import folder_of

MODEL = built_in_model()


@pytest.fixture(scope="module")
def small(engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    wipe(engine)
    with opened(engine) as graph:
        load(graph, folder_of(Path(tmp_path_factory.mktemp("panel")), DEALS, disputes__size=SIZE))
        yield graph
    wipe(engine)


def run_pasted(graph: Graph, text: str | None) -> tuple[tuple[object, ...], ...]:
    """What Neo4j Browser does with it: the parameters first, then the statement."""
    assert text is not None
    given = [line for line in text.splitlines() if line.startswith(":param ")]
    pairs = (line.removeprefix(":param ").removesuffix(";").split(" => ", 1) for line in given)
    statement = "\n".join(line for line in text.splitlines() if line not in given).removesuffix(";")
    return graph.table(statement, {name: json.loads(value) for name, value in pairs}, 100).rows


def test_neighbours_are_counted_by_type_direction_and_role(small: Graph) -> None:
    groups = read_neighbour_groups(small, "agency/bank", SMALL, MODEL)
    assert [(g.type, g.is_out, g.role, g.count, g.named) for g in groups] == [
        ("FUNDS", True, "funder", 2, (("deal/loan", "loan"), ("deal/mine", "mine"))),
    ]
    of_loan = read_neighbour_groups(small, "deal/loan", SMALL, MODEL)
    assert [(g.type, g.is_out) for g in of_loan] == [("FUNDS", False), ("COVERS", True)]
    assert read_neighbour_groups(small, "nobody/knows", SMALL, MODEL) == ()


def test_a_node_is_told_by_what_the_graph_has(small: Graph) -> None:
    loan = among(small, ["deal/loan"], SMALL, MODEL).nodes[0]
    groups = read_neighbour_groups(small, "deal/loan", SMALL, MODEL)
    assert tell_node(loan, groups, MODEL) == (
        "Loan, approved: up to USD 10, US government money. The Bank funds it. It covers Tin."
    )


def test_the_cypher_of_a_node_shows_it_with_its_neighbours_and_no_claims(small: Graph) -> None:
    rows = run_pasted(small, node_cypher("agency/bank", SMALL, MODEL))
    found = {item.id for row in rows for item in row if item is not None}  # type: ignore[attr-defined]
    assert found == {
        "agency/bank", "deal/loan", "deal/mine",
        "agency/bank|FUNDS|deal/loan|funder", "agency/bank|FUNDS|deal/mine|funder",
    }  # fmt: skip
    alone = run_pasted(small, node_cypher("country/AA", SMALL, MODEL))
    assert [item.id for item in alone[0] if item is not None] == ["country/AA"]  # type: ignore[attr-defined]


def test_the_cypher_of_a_relationship_shows_it_with_its_ends(small: Graph) -> None:
    shown = among(small, ["deal/loan", "agency/bank"], SMALL, MODEL)
    (row,) = run_pasted(small, edge_cypher(shown.edges[0], SMALL, MODEL))
    assert [item.id for item in row] == [  # type: ignore[attr-defined]
        "agency/bank", "agency/bank|FUNDS|deal/loan|funder", "deal/loan",
    ]  # fmt: skip


def test_a_node_is_taken_along_field_by_field_with_evidence_disputes_and_ties(small: Graph) -> None:
    here = look_at(small, SMALL)
    loan = among(small, ["deal/loan"], SMALL, MODEL).nodes[0]
    table = make_field_table(here, loan, read_neighbour_groups(small, "deal/loan", SMALL, MODEL))
    fields = {field: value for field, value, _ in table.rows}
    assert fields["name"] == "loan"
    assert fields["amount"] == "up to USD 10"
    assert fields["evidence"] == "passage/paper/1"
    assert fields["disputed"] == "Is the loan ten or up to that?"
    assert fields["funds (towards it)"] == "The Bank"
    assert fields["covers"] == "Tin"
