"""What is taken along of an answer, on every engine: Cypher that pastes, and all that an answer rests on."""

import re

import pytest

from cypher.connection import Graph
from cypher.exports.cypher_literals import write_literal
from cypher.exports.cypher_text import to_cypher
from cypher.protocols import Reader
from cypher.rests_on import read_what_it_rests_on
from cypher.results import GraphEdge, GraphNode, Value
from cypher.saved import SavedQuery, run
from cypher.status import current_data_set
from explorer.render.exports import CARD, EXPORT_FORMATS
from lodegraph import GraphError, ReadingGraph, open_graph
from tests.integration.servers import Server
from tests.shipped import CATALOG

HOSTILE = (
    "it's \"quoted\"", "a\\", "\\u0041", "\\\\U0041", "\\\u0001", "two\nlines\r", "tab\t", "$data_set", "{{label}}",
    "`", "\"; MATCH (n) DETACH DELETE n;//", "\u2028 \u202e é 🜨", "", "// no comment /* nor this */",
)  # fmt: skip


def paste(graph: Reader, text: str) -> tuple[tuple[Value, ...], ...]:
    """What cypher-shell does with it: each parameter is worked out by the engine, then the statement runs with them."""
    lines = text.split("\n")
    given = [line.removeprefix(":param ").removesuffix(";").split(" => ", 1) for line in lines if line[:7] == ":param "]
    parameters = {name: graph.rows(f"RETURN {written} AS x", {})[0][0] for name, written in given}
    statement = "\n".join(line for line in lines if line[:7] != ":param ").rstrip().removesuffix(";")
    return graph.table(statement, parameters, 1_000).rows


def plain(rows: tuple[tuple[Value, ...], ...]) -> list[str]:
    """Rows to compare: nodes and relationships by their ids."""
    return [repr([_plain(cell) for cell in row]) for row in rows]


def _plain(cell: Value) -> Value:
    if isinstance(cell, GraphNode | GraphEdge):
        return cell.id
    return [_plain(c) for c in cell] if isinstance(cell, list) else cell


@pytest.mark.parametrize("value", [*HOSTILE, 7, True, False, None, ["a", "\\u0041", 1]], ids=ascii)
def test_an_engine_reads_a_value_as_it_was(graph: Graph, value: Value) -> None:
    assert graph.rows(f"RETURN {write_literal(value)} AS x", {}) == ((value,),)


@pytest.mark.parametrize("query", [q for q in CATALOG.queries if not q.reckons], ids=lambda q: q.id)
def test_every_saved_query_pastes_and_answers_the_same(graph: Graph, query: SavedQuery) -> None:
    answer = run(graph, query, {}, current_data_set(graph).name)
    assert plain(paste(graph, to_cypher(query, answer.parameters, answer.data_set))) == plain(answer.table.rows)


@pytest.mark.parametrize("value", HOSTILE, ids=ascii)
def test_a_hostile_value_of_a_parameter_is_only_looked_for(graph: Graph, value: str) -> None:
    query = next(q for q in CATALOG.queries if q.id == "properties")
    name = query.parameters[-1].name
    before = graph.rows("MATCH (n) RETURN count(n)", {})
    values = {p.name: p.default for p in query.parameters} | {name: value}
    found = paste(graph, to_cypher(query, values, current_data_set(graph).name))
    assert isinstance(found, tuple)
    assert graph.rows("MATCH (n) RETURN count(n)", {}) == before


@pytest.mark.usefixtures("configured")
def test_the_library_writes_every_format_and_names_the_nearest(server: Server) -> None:
    with open_graph() as library:
        for form in EXPORT_FORMATS:
            content = library.export("neighbours", form.name, node="deal/exim-vault-loan")
            assert isinstance(content, bytes) == (form.name == "xlsx")
        assert "Vault" in str(library.export("neighbours", "card", {"node": "deal/exim-vault-loan"}))
        with pytest.raises(
            GraphError, match=r"there is no format 'xslx' \(did you mean xlsx\?\): there is json, jsonl"
        ):
            library.export("neighbours", "xslx")
        with pytest.raises(GraphError, match="holds no nodes for graphml"):
            library.export("signed-on-4-february", "graphml")
        with pytest.raises(GraphError, match="there is no deal/none"):
            library.export("neighbours", "cypher", node="deal/none")
        assert isinstance(library, ReadingGraph)


@pytest.mark.parametrize("query", CATALOG.queries, ids=lambda q: q.id)
def test_every_card_holds_all_that_is_cited(graph: Graph, query: SavedQuery) -> None:
    answer = run(graph, query, {}, current_data_set(graph).name)
    known = read_what_it_rests_on(graph, answer)
    cited = {i for item in known.items for i in item.texts("evidence")}
    assert cited <= known.passages.keys()
    assert {i for item in known.items for i in item.texts("disputes")} <= {d.id for d in known.disputes}
    page = str(CARD.write_from(graph, answer))
    assert all(f"{i}<" in page for i in known.passages)
    assert all(p.sha256 in page for found in known.passages.values() for p in found)
    assert len(set(re.findall(r"<tr id='p(\d+)'", page))) == len(known.passages)
    assert set(re.findall(r"href='#p(\d+)'", page)) <= set(re.findall(r"<tr id='p(\d+)'", page))
