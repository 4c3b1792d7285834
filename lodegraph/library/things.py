"""All nodes of a label, all relationships of a type."""

from cypher.connection import Graph
from cypher.results import GraphEdge, GraphNode, Table
from cypher.vocabulary import UnknownTerm, node_type, relationship_type
from lodegraph.library.errors import TooMuch, UnknownName

MOST = 1_000_000
"""More than this do not fit into a program's memory with ease."""

NODES = "MATCH (n:{label} {{data_set: $data_set}}) RETURN n ORDER BY n.id"
RELATIONSHIPS = "MATCH ()-[r:{type}]->() WHERE r.data_set = $data_set RETURN r ORDER BY r.id"


def nodes_of(graph: Graph, label: str, data_set: str) -> tuple[GraphNode, ...]:
    """All nodes of a label, by id. Raises UnknownName that lists the labels."""
    try:
        text = NODES.format(label=node_type(label).label)
    except UnknownTerm as error:
        raise UnknownName(str(error)) from None
    return tuple(node for (node,) in _whole(graph.table(text, {"data_set": data_set}, MOST), label).rows)


def relationships_of(graph: Graph, type_: str, data_set: str) -> tuple[GraphEdge, ...]:
    """All relationships of a type, by id. Raises UnknownName that lists the types."""
    try:
        text = RELATIONSHIPS.format(type=relationship_type(type_).name)
    except UnknownTerm as error:
        raise UnknownName(str(error)) from None
    return tuple(edge for (edge,) in _whole(graph.table(text, {"data_set": data_set}, MOST), type_).rows)


def _whole(table: Table, name: str) -> Table:
    if table.truncated:
        raise TooMuch(f"there are more than {MOST:,} of {name}", "ask for a part of them with a saved query")
    return table
