"""A made-up graph of any size, written without records: deals with funders and places, cited passages, a hub.

`python -m benchmarks.large_graph 50000` fills the graph that NEO4J_URI and its companions name.
"""

import sys
from collections.abc import Iterator
from itertools import islice
from typing import TypeVar

from cypher.connection import connect
from cypher.engines.choose import configured_server
from cypher.model import built_in_model
from cypher.protocols import Writer
from cypher.schema import constraints
from cypher.search.index import make_searchable, searched_labels
from cypher.search.terms import FORM, SEARCH_FORM, SEARCH_TEXT, search_text
from cypher.settings import GraphSettings

DATA_SET = "large"
AT_ONCE = 5_000
PASSAGES = 500
COUNTRIES = 190
SUPPORT = {"evidence": ["passage/paper/1"], "articles": ["source/paper"], "origins": ["source/paper"], "basis": "ours"}

T = TypeVar("T")
Row = dict[str, object]


def fill(graph: Writer, nodes: int) -> None:
    """Write a data set of about so many nodes, half of them deals, and twice as many relationships."""
    graph.change_schema(constraints(built_in_model()))
    make_searchable(graph, searched_labels(built_in_model()))
    about: Row = {"name": "A large set", "version": "1", "state": "complete", "loaded_at": "2026-11-26T00:00:00Z"}
    about[SEARCH_FORM] = FORM
    _nodes(graph, "DataSet", iter([{"id": f"data_set/{DATA_SET}", **about}]))
    _nodes(graph, "Source", iter([{"id": "source/paper", "name": "The Paper", "kind": "article"}]))
    _nodes(graph, "Passage", (_passage(i) for i in range(PASSAGES)))
    _nodes(graph, "Country", ({"id": f"country/{i}", "name": f"Country {i}", **SUPPORT} for i in range(COUNTRIES)))
    deals = (nodes - PASSAGES - COUNTRIES) // 2
    _nodes(graph, "Company", (_cited(i, {"id": f"company/{i}", "name": f"Company {i}"}) for i in range(deals)))
    _nodes(graph, "Deal", (_deal(i) for i in range(deals)))
    _links(graph, "Passage", "FROM_SOURCE", "Source", ((f"passage/paper/{i}", "source/paper") for i in range(PASSAGES)))
    _links(graph, "Passage", "REPEATS", "Source", ((f"passage/paper/{i}", "source/paper") for i in range(PASSAGES)))
    _links(graph, "Company", "FUNDS", "Deal", ((f"company/{i}", f"deal/{i}") for i in range(deals)))
    _links(graph, "Deal", "GOES_TO", "Country", ((f"deal/{i}", f"country/{i % COUNTRIES}") for i in range(deals)))
    _links(graph, "Deal", "LOCATED_IN", "Country", ((f"deal/{i}", "country/0") for i in range(deals)))


def clear(graph: Writer) -> None:
    """Remove it in steps that a server of little memory can take."""
    for what in ("(n)-[x]->()", "(n)"):
        thing = "x" if "x" in what else "n"
        text = f"MATCH {what} WHERE n.data_set = $data_set WITH {thing} LIMIT $some DELETE {thing} RETURN count(*) AS c"
        while graph.write(text, {"data_set": DATA_SET, "some": AT_ONCE})[0][0]:
            pass


def _passage(i: int) -> Row:
    where = {"source": "source/paper", "line": i + 1, "origin": "source/paper", "sha256": "a" * 64}
    return {"id": f"passage/paper/{i}", "name": f"The Paper, line {i + 1}", **where}


def _cited(i: int, properties: Row) -> Row:
    return {**SUPPORT, **properties, "evidence": [f"passage/paper/{i % PASSAGES}"]}


def _deal(i: int) -> Row:
    kept = {"instrument": "loan", "stage": ("approved", "signed")[i % 2], "whose_money": "private"}
    amount = {"amount_value": i, "amount_unit": "USD", "amount_qualifier": "exact"}
    return _cited(i, {"id": f"deal/{i}", "name": f"Deal {i}", **kept, **amount})


def _nodes(graph: Writer, label: str, rows: Iterator[Row]) -> None:
    if label in searched_labels(built_in_model()):
        rows = (row | {SEARCH_TEXT: search_text(str(row["id"]), [str(row["name"])])} for row in rows)
    for some in _batches(rows):
        graph.write(
            f"UNWIND $rows AS row CREATE (n:{label}) SET n = row, n.data_set = $data_set",
            {"rows": some, "data_set": DATA_SET},
        )


def _links(graph: Writer, start: str, type_: str, end: str, pairs: Iterator[tuple[str, str]]) -> None:
    role = {"GOES_TO": "recipient", "LOCATED_IN": "location"}.get(type_, type_.lower())
    text = (
        "UNWIND $rows AS row "
        f"MATCH (a:{start} {{id: row.start, data_set: $data_set}}) "
        f"MATCH (b:{end} {{id: row.end, data_set: $data_set}}) "
        f"CREATE (a)-[r:{type_}]->(b) SET r = row.properties, r.data_set = $data_set"
    )
    for some in _batches(pairs):
        rows = [
            {"start": a, "end": b, "properties": {"id": f"{a}|{type_}|{b}|{role}", "role": role, **SUPPORT}}
            for a, b in some
        ]
        graph.write(text, {"rows": rows, "data_set": DATA_SET})


def _batches(rows: Iterator[T]) -> Iterator[list[T]]:
    while some := list(islice(rows, AT_ONCE)):
        yield some


if __name__ == "__main__":
    settings = GraphSettings()
    with connect(configured_server(settings, settings.neo4j_uri or "bolt://127.0.0.1:7687"), writing=True) as opened:
        fill(opened, int(sys.argv[1]))
