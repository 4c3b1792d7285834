"""`from lodegraph import …` on every engine: what a program gets, and what it is told when it cannot have it."""

import gc
import importlib
from collections.abc import Iterator
from itertools import chain
from threading import Thread

import pytest

from lodegraph import Answer, GraphError, ReadingGraph, open_graph
from lodegraph.notebook import query_frame
from tests.integration.examples import failures, of_module, of_page
from tests.integration.graphs import opened
from tests.integration.ready import loaded
from tests.integration.servers import Server

MEMORANDUM = "deal/glencore-orion-memorandum"


pytestmark = [pytest.mark.usefixtures("configured"), pytest.mark.one_line]


@pytest.fixture
def graph(configured: None) -> Iterator[ReadingGraph]:
    with open_graph() as opened_graph:
        yield opened_graph


@pytest.mark.parametrize("name", ["open_graph", "graph", "network"])
def test_the_examples_of_the_docstrings_are_true(graph: ReadingGraph, name: str) -> None:
    tests = of_module(importlib.import_module(f"lodegraph.library.{name}"), {"graph": graph, "open_graph": open_graph})

    assert tests
    assert failures(tests) == ""


def test_the_examples_of_the_page_are_true() -> None:
    page = of_page("library.md")

    assert len(page.examples) > 20
    assert failures([page]) == ""


def test_every_saved_query_gives_what_its_view_promises(graph: ReadingGraph) -> None:
    for query in graph.queries:
        answer = graph.run(query.id)
        if query.id == "measures":
            assert not answer.rows, "the shipped records tell of no measure"
            continue
        assert all(len(row) == len(answer.columns) for row in answer.rows)
        assert (answer.totals is not None) == (query.view == "totals")
        told = query.view == "network" and query.id != "owners"  # the shipped records tell of no stake
        assert bool(answer.network.relationships) == told
        assert answer.to_dicts()[0].keys() == set(answer.columns)


def test_an_answer_is_seen_in_a_view_that_suits_it_and_in_no_other(graph: ReadingGraph) -> None:
    numbers, totals = graph.run("all-money", view="number"), graph.run("all-money").totals
    assert totals is not None
    told = [(row["floor"], row["ceiling"]) for row in numbers.to_dicts() if row["what"] != "beside"]
    assert told == [(group.interval.floor, group.interval.ceiling) for group in totals.groups]
    with pytest.raises(GraphError, match="choose totals, number"):
        graph.run("all-money", view="matrix")


def test_all_that_is_cited_is_there_with_source_and_line(graph: ReadingGraph) -> None:
    for query in ("overview", "all-money", "project-vault"):
        network = graph.run(query).network
        things = [*network.nodes, *network.relationships]
        cited = set(chain.from_iterable(thing.properties.get("evidence", ()) for thing in things))
        assert {passage.id for passage in network.evidence} == cited
        assert all(passage.article and passage.line for passage in network.evidence)
        assert all(network.cited_by(thing) for thing in things if thing.properties.get("evidence"))


def test_a_cut_answer_says_so_and_totals_are_never_cut(graph: ReadingGraph) -> None:
    cut = graph.run("all-money", max_rows=1)

    assert graph.run("overview", max_rows=3).truncated
    assert graph.network("overview", max_rows=3).truncated
    assert (cut.truncated, cut.totals) == (False, graph.totals("all-money"))


@pytest.mark.parametrize("given", [{"from": "company/glencore", "to": "country/CD"}, None])
def test_parameters_are_given_by_name_or_as_a_dictionary(graph: ReadingGraph, given: dict[str, str] | None) -> None:
    named: dict[str, str] = {} if given else {"from_": "company/glencore", "to": "country/CD"}

    answer = graph.run("connections", given, **named)

    assert answer.parameters == {"from": "company/glencore", "to": "country/CD", "hops": 6}
    assert [r.type for r in answer.network.relationships]


def test_networkx_gets_every_node_and_relationship_with_its_evidence(graph: ReadingGraph) -> None:
    network = graph.network("overview")

    made = network.to_networkx()

    assert set(made.nodes) == {n.id for n in network.nodes}
    assert {key for _, _, key in made.edges(keys=True)} == {r.id for r in network.relationships}
    for relationship in network.relationships:
        about = made.edges[relationship.start, relationship.end, relationship.id]
        assert about["type"] == relationship.type
        assert {e["passage"] for e in about["evidence"]} == set(relationship.properties["evidence"])
        assert {e["paraphrase"] for e in about["evidence"]} == {about["paraphrase"]}


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda g: g.run("no-such"), "there is no saved query 'no-such'"),
        (lambda g: g.run("connections", hops=99), "99 is not between 1 and 8"),
        (lambda g: g.run("around", nodes="x"), "there is no parameter 'nodes'"),
        (lambda g: g.run("around", {"node": "x"}, node="y"), "the parameter 'node' is given twice"),
        (lambda g: g.totals("around"), "does not give totals: ask it with run(), or ask "),
        (lambda g: g.network("open-disputes"), "does not give a network"),
        (lambda g: g.nodes("Deals"), "there is no label 'Deals'"),
        (lambda g: g.relationships("PAYS"), "there is no relationship type 'PAYS'"),
        (lambda g: g.network("around").node("company/x"), "has no node 'company/x'"),
    ],
)
def test_what_cannot_be_had_is_an_error_that_says_what_can(graph: ReadingGraph, ask: object, says: str) -> None:
    assert callable(ask)
    with pytest.raises(GraphError) as refused:
        ask(graph)
    assert says in str(refused.value)


def test_a_closed_graph_says_so_and_closes_twice(graph: ReadingGraph) -> None:
    graph.close()
    graph.close()

    assert repr(graph).endswith("closed)")
    with pytest.raises(GraphError, match="open it again"):
        graph.status()


def test_an_answer_outlives_its_graph() -> None:
    with open_graph() as graph:
        network = graph.network("neighbours", node=MEMORANDUM)

    assert network.to_networkx().number_of_edges() == 7
    assert network.to_pyvis().num_nodes() == 8
    assert "Glencore" in network.to_html()


def test_several_threads_ask_one_graph(graph: ReadingGraph) -> None:
    answers: list[Answer] = []
    threads = [Thread(target=lambda: answers.append(graph.run("overview"))) for _ in range(8)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len({answer.rows for answer in answers}) == 1
    assert len(answers) == 8


def test_a_forgotten_graph_gives_its_connections_back() -> None:
    graph = open_graph()
    end = graph._closing
    del graph
    gc.collect()

    assert not end.alive


def test_a_load_that_did_not_end_is_warned_of(server: Server) -> None:
    change = "MATCH (d:DataSet) SET d.state = $state RETURN d"
    with opened(server) as writer:
        writer.write(change, {"state": "loading"})
        try:
            with pytest.warns(UserWarning, match="run `lodegraph load`"), open_graph() as graph:
                assert graph.queries
                answer = graph.run("sources")
                assert answer.unfinished
                assert "this may not be all of it" in answer.unfinished
                assert "of an unfinished load" in repr(answer)
        finally:
            writer.write(change, {"state": "complete"})


def test_a_load_that_begins_while_a_graph_is_open_is_told_with_the_answer(server: Server) -> None:
    change = "MATCH (d:DataSet) SET d.state = $state RETURN d"
    with opened(server) as writer, open_graph() as graph:
        assert graph.run("sources").unfinished is None
        writer.write(change, {"state": "renewing"})
        try:
            assert graph.run("sources").unfinished
            with pytest.warns(UserWarning, match="this may not be all of it"):
                query_frame(graph, "sources")
        finally:
            writer.write(change, {"state": "complete"})


def test_another_data_set_is_named_or_refused() -> None:
    with open_graph(data_set="critical-minerals-2026") as graph:
        assert graph.data_set == "critical-minerals-2026"
    with pytest.raises(GraphError, match="does not hold other"):
        open_graph(data_set="other")


def test_a_server_that_is_not_there_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")

    with pytest.raises(GraphError, match="no graph answers at"):
        open_graph()


def test_an_empty_graph_says_what_to_do(clean_graph: Server) -> None:
    try:
        with pytest.raises(GraphError, match="lodegraph load"):
            open_graph()
    finally:
        with loaded(clean_graph):
            pass
