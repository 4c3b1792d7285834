"""What a query's text begins to read at, and commands to paste: told without a graph."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.saved import SavedQuery
from cypher.saved.command_line import write_command
from cypher.saved.explained import PlanStep, ReadPart, find_reads
from tests.shipped import CATALOG

INDEXED = frozenset({"Deal", "Country"})


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("MATCH (d:Deal {id: $id, data_set: $data_set})-[:FUNDS]-(p) RETURN p", [("Deal", True)]),
        ("MATCH (d:Deal {data_set: $data_set}) RETURN d", [("Deal", False)]),
        ("MATCH (n {data_set: $data_set}) RETURN n", [("any node", False)]),
        ("MATCH (m:Mineral {id: $id, data_set: $data_set}) RETURN m", [("Mineral", False)]),
        ("MATCH (a)-[r:OWNS]->(b) WHERE r.data_set = $data_set RETURN r", [("OWNS", False)]),
        ("MATCH (a)-[r {data_set: $data_set}]->(b) RETURN r", [("any relationship", False)]),
        (
            "MATCH (n:Deal|Country {id: $id, data_set: $data_set}) MATCH (s:Source {data_set: $data_set}) RETURN n, s",
            [("Deal", True), ("Country", True), ("Source", False)],
        ),
        (
            "MATCH (d:Deal {id: $id, data_set: $data_set}) // (x:Source {data_set: $data_set})\nRETURN d",
            [("Deal", True)],
        ),
        ("RETURN {id: 1, data_set: 2}", []),
    ],
)
def test_what_a_text_begins_to_read_at_is_told_with_its_index(text: str, reads: list[tuple[str, bool]]) -> None:
    assert find_reads(text, INDEXED) == tuple(ReadPart(what, by_index) for what, by_index in reads)


@pytest.mark.parametrize(
    ("operator", "looks"),
    [
        ("NodeByLabelScan", True), ("AllNodesScan", True), ("PartitionedNodeByLabelScan", True),
        ("NodeUniqueIndexSeek", False), ("NodeIndexSeek", False), ("Expand(All)", False),
        ("DirectedAllRelationshipsScan", True), ("UndirectedRelationshipTypeScan", True),
    ],
)  # fmt: skip
def test_a_step_that_looks_at_everything_of_a_kind_is_marked(operator: str, looks: bool) -> None:
    assert PlanStep(0, operator, "", None).looks_at_all is looks


VALUES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)


@given(st.sampled_from(CATALOG.queries), st.data())
def test_a_command_to_paste_gives_a_shell_the_values_as_they_are(query: SavedQuery, data: st.DataObject) -> None:
    given_ = {p.name: data.draw(VALUES) for p in query.parameters}
    words = shlex.split(write_command(query, given_, "a set"))
    assert words[:4] == ["lodegraph", "query", "run", query.id]
    pairs = [words[at + 1] for at, word in enumerate(words) if word == "--param"]
    assert dict(pair.split("=", 1) for pair in pairs) == given_
    assert words[-2:] == ["--data-set", "a set"]
