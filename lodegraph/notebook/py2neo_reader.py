"""A graph of py2neo's, asked by the library as if by the official driver."""

from collections.abc import Mapping
from contextlib import ExitStack
from itertools import islice
from typing import Any

import interchange.time
import py2neo

from cypher.connection import Parameters, Server
from cypher.convert import own_label
from cypher.errors import QueryFailed
from cypher.protocols import Reader
from cypher.results import GraphEdge, GraphNode, Table, Value
from cypher.saved import read_offered
from cypher.settings import GraphSettings
from cypher.status import current_data_set
from ledger.ids import split_ends
from lodegraph.library.graph import ReadingGraph
from lodegraph.notebook.py2neo_graph import translate_errors


class Py2neoReader(Reader):
    """Answers with tables, as a `cypher.connection.Graph` does."""

    def __init__(self, graph: py2neo.Graph) -> None:
        profile = graph.service.profile
        self.server = Server(profile.uri, profile.user, "", str(graph.name), "py2neo")
        self._graph = graph

    def table(self, text: str, parameters: Parameters, max_rows: int | None) -> Table:
        """A page of rows, as Reader says."""
        enough = None if max_rows is None else max_rows + 1
        with translate_errors(self.server.uri):
            cursor = self._graph.query(text, dict(parameters))
            if cursor.keys() is None:
                raise QueryFailed(
                    f"py2neo got no answer from {self.server.uri}, not even an empty one", "open it again"
                )
            rows = tuple(tuple(map(to_value, record.values())) for record in islice(cursor, enough))
        return Table(tuple(cursor.keys()), rows[:max_rows], max_rows is not None and len(rows) > max_rows)


def read_as_library(graph: py2neo.Graph) -> ReadingGraph:
    """The library's graph over py2neo's, on the data set that LODEGRAPH_DATA_SET names or that was loaded last."""
    # saved queries, totals and evidence ask a graph for tables and nothing else
    tables = Py2neoReader(graph)
    chosen = current_data_set(tables, GraphSettings().lodegraph_data_set)
    catalog = read_offered(tables, chosen.name)
    return ReadingGraph(tables, chosen.name, catalog, ExitStack())


def to_value(value: Any) -> Value:
    """One cell: nodes, relationships and paths to our own types, lists and maps item by item."""
    match value:
        case py2neo.Path():
            return [*map(_to_node, value.nodes), *map(_to_edge, value.relationships)]
        case py2neo.Node():
            return _to_node(value)
        case py2neo.Relationship():
            return _to_edge(value)
        case list():
            return [to_value(v) for v in value]
        case Mapping():
            return {str(k): to_value(v) for k, v in value.items()}
        case interchange.time.Date() | interchange.time.DateTime() | interchange.time.Time():
            return value.iso_format()
        case _:
            return value


def _to_node(node: py2neo.Node) -> GraphNode:
    node_id = str(node.get("id", node.identity))
    return GraphNode(node_id, own_label(node_id, set(node.labels)), _to_properties(node))


def _to_edge(edge: py2neo.Relationship) -> GraphEdge:
    """A relationship between its nodes' own ids, which its id names, or one that is not ours between the server's."""
    own = str(edge.get("id", ""))
    start, end = split_ends(own) or (str(edge.start_node.identity), str(edge.end_node.identity))
    return GraphEdge(own or str(edge.identity), type(edge).__name__, start, end, _to_properties(edge))


def _to_properties(entity: Mapping[str, Any]) -> dict[str, Value]:
    return {key: to_value(entity[key]) for key in sorted(entity)}
