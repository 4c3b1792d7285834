"""A graph larger than any limit: names, choices and totals are whole, and what was cut says so."""

import re
import time
from collections.abc import Iterator
from typing import Any

import neo4j
import pytest

from benchmarks.large_graph import DATA_SET, clear, fill
from cypher.connection import Graph
from cypher.errors import BadParameter, TooManyRows
from cypher.internal import FOLDER, statement
from cypher.model import built_in_model
from cypher.saved import YES, ParameterType, choices, read_catalog, run
from cypher.saved.cypher_words import parameters_in
from cypher.saved.labels import fill_labels
from cypher.search import MOST, find
from cypher.search.index import searched_labels, usable_indexes
from cypher.text import Literal, PropertyMap
from tests.integration.graphs import opened
from tests.integration.servers import Server, wipe

MODEL = built_in_model()

SIZE = 50_000
DEALS = (SIZE - 690) // 2
ROWS = Graph.rows


@pytest.fixture(scope="module")
def large(engine: Server) -> Iterator[Graph]:
    wipe(engine)
    with opened(engine) as graph:
        fill(graph, SIZE)
        yield graph
        clear(graph)


Asked = list[tuple[str, int]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What is asked of a graph for all its rows, and how many there are."""
    found: Asked = []

    def counted(graph: Graph, text: str, *more: Any) -> tuple[Any, ...]:
        rows = ROWS(graph, text, *more)
        found.append((text, len(rows)))
        return rows

    monkeypatch.setattr(Graph, "rows", counted)
    return found


def test_any_of_many_names_is_found_by_looking_at_few(large: Graph, asked: Asked) -> None:
    assert usable_indexes(large, searched_labels(MODEL), DATA_SET)
    for typed, wanted in (
        ("Company 20123", "company/20123"),
        ("deal/20123", "deal/20123"),
        ("Compnay 777", "company/777"),
        ("country 7", "country/7"),
    ):
        asked.clear()
        assert find(large, typed, DATA_SET, MODEL)[0].id == wanted
        assert 0 < sum(rows for _, rows in asked) < SIZE / 100


def test_a_search_that_finds_much_says_that_there_is_more(large: Graph) -> None:
    found = find(large, "company", DATA_SET, MODEL)
    assert (len(found), found.truncated) == (MOST, True)


def test_every_choice_is_offered(large: Graph, asked: Asked) -> None:
    funder, *_ = read_catalog(MODEL).get("money-by-funder").parameters
    offered = choices(large, funder, DATA_SET)
    assert len(asked) == len(funder.labels)
    assert (len(offered), {c.rows for c in offered}) == (DEALS, {1}), "each company funds one deal, no country any"


def test_totals_are_of_all_deals_with_few_questions(large: Graph, asked: Asked) -> None:
    answer = run(large, read_catalog(MODEL).get("all-money"), {}, DATA_SET, max_rows=10)
    assert 0 < len(asked) <= 10
    assert answer.totals is not None
    assert not answer.table.truncated
    assert sum(len(g.added) for g in answer.totals.groups) == DEALS
    assert sum(g.interval.floor for g in answer.totals.groups) == DEALS * (DEALS - 1) // 2


def test_all_rows_are_refused_where_there_are_more_and_a_page_says_that_it_is_one(large: Graph) -> None:
    text = "MATCH (n:Deal {data_set: $data_set}) RETURN n.id AS id ORDER BY id"
    with pytest.raises(TooManyRows, match="more than 100 rows"):
        large.rows(text, {"data_set": DATA_SET}, 100)
    page = large.table(text, {"data_set": DATA_SET}, 100)
    assert (len(page.rows), page.truncated) == (100, True)
    assert len(large.rows(text, {"data_set": DATA_SET}, DEALS)) == DEALS


LOOKS_UP = re.compile(r"\w*IndexSeek(\(Locking\))?|MergeUniqueNode")
"""Operators that find something in an index. Merge and MergeInto do not: they look at what other operators found."""
SCANS = ("AllNodesScan", "NodeByLabelScan", "RelationshipTypeScan", "AllRelationshipsScan")
SEEN_AS_A_WHOLE = {"coverage", "dealt-and-not-there", "one-origin", "only-in-this-article"}
"""No index finds what a list holds, or who is missing: these pass once over all that cites, or over all deals."""
OTHER_KINDS: dict[str, object] = {
    **{name: [] for name in ("ids", "types", "rows", "occasions", "known", "without", "by", "shown")},
    "others": {},
    "properties": {},
    "most": 5,
}
"""Parameters that are no text."""
BY_ID = re.compile(r"\{id: (id|occasion|\$id|row\.\w+|row\[0\])")


def looked_up() -> Iterator[tuple[str, str]]:
    """Each saved query that names a node, and each statement of the program that finds something by its id."""
    for query in read_catalog(MODEL).queries:
        nodes = [p for p in query.parameters if p.type is ParameterType.NODE]
        if query.id not in SEEN_AS_A_WHOLE and (nodes or "{id: '" in query.text):
            ids = {p.name: f"{MODEL.label(p.labels[0]).kind}/5" for p in nodes}
            yield query.id, fill_labels(query.text, query.parameters, ids, MODEL)
            if taken := {p.name: YES for p in query.parameters if p.type is ParameterType.YES_NO}:
                yield f"{query.id} with all choices", fill_labels(query.text, query.parameters, ids | taken, MODEL)
    for path in sorted(FOLDER.glob("*.cypher")):
        if BY_ID.search(path.read_text(encoding="utf-8")) and not path.stem.startswith("create-nodes"):
            names = {"label": "Company", "start": "Company", "type": "FUNDS", "end": "Deal"}
            given = PropertyMap("given", ("id",))
            pasted = {name: Literal(f"${name}") for name in ("rows", "data_set")}
            families = {**MODEL.families, "walked": MODEL.fact_types}
            yield path.stem, statement(path.stem, families, properties=given, **pasted, **names)


def plan(server: Server, text: str, values: dict[str, object]) -> set[str]:
    """The operators of a plan, by the server's own word."""
    with (
        neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver,
        driver.session(database=server.database) as session,
    ):
        found, waiting = set(), [session.run(f"EXPLAIN {text}", values).consume().plan or {}]
        while waiting:
            step = waiting.pop()
            found.add(str(step.get("operatorType", "")).partition("@")[0])
            waiting += step.get("children", [])
        return found


@pytest.mark.parametrize(
    ("operator", "looks_up"),
    [
        ("NodeUniqueIndexSeek", True),
        ("NodeUniqueIndexSeek(Locking)", True),
        ("MultiNodeIndexSeek", True),
        ("UndirectedRelationshipIndexSeek", True),
        ("MergeUniqueNode", True),
        ("MergeInto", False),
        ("Merge", False),
        ("NodeByLabelScan", False),
        ("NodeIndexScan", False),
        ("Expand(Into)", False),
    ],
)
def test_which_operators_look_something_up(operator: str, looks_up: bool) -> None:
    assert bool(LOOKS_UP.fullmatch(operator)) is looks_up


def test_a_look_up_by_id_scans_neither_all_nodes_nor_a_label(engine: Server, large: Graph) -> None:
    if not engine.name.startswith("neo4j"):
        pytest.skip("only Neo4j tells its plans")
    texts = dict(looked_up())
    assert {"connections", "what-is-said", "around", "nodes-by-id", "claims-on-a-node"} <= set(texts)
    faults = []
    for name, text in texts.items():
        operators = plan(engine, text, {p: OTHER_KINDS.get(p, "company/5") for p in parameters_in(text)})
        if not any(map(LOOKS_UP.fullmatch, operators)) or [o for o in operators if o.endswith(SCANS)]:
            faults.append((name, operators))
    assert not faults


@pytest.mark.parametrize(("query", "given"), [("coverage", "article"), ("one-origin", "origin"), ("overview", None)])
def test_what_has_to_see_everything_answers_in_seconds(large: Graph, query: str, given: str | None) -> None:
    began = time.monotonic()
    answer = run(large, read_catalog(MODEL).get(query), {given: "source/paper"} if given else {}, DATA_SET)
    assert time.monotonic() - began < 30  # a few seconds on a machine that does nothing else
    assert answer.table.rows


@pytest.mark.parametrize("rows", [10, 3_000])
def test_the_overview_says_where_it_was_cut(large: Graph, rows: int) -> None:
    answer = run(large, read_catalog(MODEL).get("overview"), {}, DATA_SET, max_rows=rows)
    assert (len(answer.table.rows), answer.table.truncated) == (rows, True)


def test_an_unknown_value_is_refused_with_the_nearest(large: Graph) -> None:
    query = read_catalog(MODEL).get("money-by-funder")
    with pytest.raises(BadParameter, match=r"there is no company/5777x \(did you mean company/5777\?\)"):
        run(large, query, {"funder": "company/5777x"}, DATA_SET)
    with pytest.raises(BadParameter, match=r"there is no company 77 \(did you mean company/77\?\)"):
        run(large, query, {"funder": "company 77"}, DATA_SET)
    with pytest.raises(BadParameter, match="deal/5 is a Deal: it takes"):
        run(large, query, {"funder": "deal/5"}, DATA_SET)
