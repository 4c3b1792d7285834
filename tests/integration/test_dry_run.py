"""A load that is only tried: it tells what it would do, does nothing, and is right about it."""

from pathlib import Path

from cypher.connection import Graph
from cypher.saved.answer_all import answer_all, find_moved
from loader.check import check
from loader.difference import compare_with_graph
from loader.load import load
from loader.plan import Change
from lodegraph.shipped_records import find_shipped_records
from tests.unit.small_records import folder_of
from tests.unit.test_difference import LOAN


def test_what_a_dry_run_tells_is_what_the_load_then_does(graph: Graph, tmp_path: Path) -> None:
    old = folder_of(tmp_path / "a", LOAN)
    new = folder_of(
        tmp_path / "b", LOAN.replace("5 million", "6 million").replace("- {type: FUNDS, from: agency/bank}", "[]")
    )
    before = compare_with_graph(graph, check(old))
    first = load(graph, old)
    assert before.counts[False, Change.CREATED] == first.nodes.created
    assert before.counts[True, Change.CREATED] == first.relationships.created
    tried = compare_with_graph(graph, check(new))
    assert {(str(d.change), d.id) for d in tried.differs} == {
        ("changed", "deal/loan"), ("removed", "agency/bank|FUNDS|deal/loan|funder"),
    }  # fmt: skip
    assert load(graph, old).nothing_done  # nothing was written by trying
    done = load(graph, new, yes=True)
    assert (done.nodes.changed, done.relationships.removed) == (1, 1)


def test_every_saved_query_is_asked_and_one_graph_has_one_answer(graph: Graph, tmp_path: Path) -> None:
    load(graph, find_shipped_records(), into_existing=True, yes=True)
    name = check(find_shipped_records()).data_set.name
    first, second = answer_all(graph, name), answer_all(graph, name)
    assert first.unasked == {}
    assert len(first.rows) > 40
    assert find_moved(first, second) == ()
