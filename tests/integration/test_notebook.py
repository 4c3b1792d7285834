"""Frames for notebooks, the same by the official driver and by py2neo; and the example notebook, run."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from cypher.model.labels import LABELS
from cypher.model.relationship_types import RELATIONSHIP_TYPES
from lodegraph import GraphError, ReadingGraph, open_graph
from lodegraph.notebook import nodes_frame, query_frame, relationships_frame
from lodegraph.notebook.py2neo_reader import Py2neoReader
from tests.integration.examples import failures, of_page
from tests.integration.graphs import opened
from tests.integration.notebooks import list_outputs, read_notebook, run_notebook
from tests.integration.servers import Server

NOT_IN_FRAMES = {"data_set", "record_hash", "search_text"}
VALUES = """\
MATCH (d:Deal {id: 'deal/glencore-orion-memorandum'})
MATCH p = (:Person)-[:WITNESSES]->(d)
RETURN d, p, [d, null, 9007199254740993] AS list, {inner: [1.5, true, 'x']} AS map,
       date('2026-02-04') AS day, datetime('2026-02-04T09:30:00Z') AS moment"""


pytestmark = [pytest.mark.usefixtures("configured"), pytest.mark.one_line]


@pytest.fixture
def graph(configured: None) -> Iterator[ReadingGraph]:
    with open_graph() as opened_graph:
        yield opened_graph


@pytest.mark.parametrize("label", [n.label for n in LABELS])
def test_a_frame_of_nodes_holds_every_node_and_property(graph: ReadingGraph, label: str) -> None:
    frame = nodes_frame(graph, label)

    assert list(frame.index) == [n.id for n in graph.nodes(label)]
    for node in graph.nodes(label):
        kept = {k: v for k, v in node.properties.items() if k not in NOT_IN_FRAMES and v != []}
        assert as_properties(frame, node.id) == kept


@pytest.mark.parametrize("type_", [r.name for r in RELATIONSHIP_TYPES])
def test_a_frame_of_relationships_holds_every_one_with_its_ends(graph: ReadingGraph, type_: str) -> None:
    frame = relationships_frame(graph, type_)

    assert list(frame.index) == [r.id for r in graph.relationships(type_)]
    for edge in graph.relationships(type_):
        kept = {k: v for k, v in edge.properties.items() if k not in NOT_IN_FRAMES}
        assert as_properties(frame, edge.id) == kept | {"start": edge.start, "end": edge.end}


def as_properties(frame: pd.DataFrame, row: str) -> dict[str, object]:
    """What a row says: nothing of what is missing."""
    cells = {"id": row, **frame.loc[row].to_dict()}
    return {k: v for k, v in cells.items() if (v if isinstance(v, list) else not pd.isna(v))}


def test_whole_numbers_stay_whole_beside_gaps(server: Server, graph: ReadingGraph) -> None:
    large = 9_007_199_254_740_993  # the first that a float cannot hold
    change = "MATCH (d:Deal {id: 'deal/exim-reko-diq'}) SET d.amount_value = $value RETURN d.amount_value"
    before = int(nodes_frame(graph, "Deal")["amount_value"]["deal/exim-reko-diq"])
    with opened(server) as writer:
        writer.write(change, {"value": large})
        try:
            nodes, sums = nodes_frame(graph, "Deal"), query_frame(graph, "all-money")
        finally:
            writer.write(change, {"value": before})
    assert nodes["amount_value"].isna().any()
    assert nodes["amount_value"]["deal/exim-reko-diq"] == large
    assert sums["ceiling"].isna().any()
    assert large in list(sums[sums["id"] == "deal/exim-reko-diq"]["floor"])


def test_a_frame_of_a_saved_query_is_its_answer(graph: ReadingGraph) -> None:
    for query in graph.queries:
        answer, frame = graph.run(query.id), query_frame(graph, query.id)
        cells = frame.astype(object).where(frame.notna(), None)
        assert list(frame.columns) == list(answer.columns)
        assert list(cells.itertuples(index=False, name=None)) == list(answer.rows)


def test_frames_refuse_what_is_not_there(graph: ReadingGraph) -> None:
    with pytest.raises(GraphError, match="there is no label 'Deals'"):
        nodes_frame(graph, "Deals")
    with pytest.raises(GraphError, match="there is no parameter 'who'"):
        query_frame(graph, "money-by-funder", who="agency/dfc")


def test_py2neo_gives_the_same_frames(graph: ReadingGraph, bridge: Any) -> None:
    for node_type in LABELS:
        assert_frame_equal(nodes_frame(bridge, node_type.label), nodes_frame(graph, node_type.label))
    for type_ in RELATIONSHIP_TYPES:
        assert_frame_equal(relationships_frame(bridge, type_.name), relationships_frame(graph, type_.name))
    for query in graph.queries:
        assert_frame_equal(query_frame(bridge, query.id), query_frame(graph, query.id))


def test_py2neo_reads_every_kind_of_value_as_the_driver_does(server: Server, bridge: Any) -> None:
    with opened(server) as by_driver:
        assert Py2neoReader(bridge).table(VALUES, {}, 1) == by_driver.table(VALUES, {}, 1)
        for most in (0, 1, 2):
            cut = Py2neoReader(bridge).table("UNWIND [1, 2] AS x RETURN x", {}, most)
            assert cut == by_driver.table("UNWIND [1, 2] AS x RETURN x", {}, most)


def test_the_examples_of_the_page_are_true(neo4j_only: None) -> None:
    page = of_page("notebook.md")

    assert len(page.examples) > 8
    assert failures([page]) == ""


def test_the_example_notebook_shows_what_it_was_kept_with(server: Server, neo4j_only: None) -> None:
    kept = list_outputs(read_notebook())

    shown = list_outputs(run_notebook(read_notebook(), server))

    assert shown == kept, "run `make notebook`"
    assert len(kept) == 10
