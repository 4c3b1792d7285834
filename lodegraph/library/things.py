"""All nodes of a label, all relationships of a type."""

from cypher.errors import TooManyRows
from cypher.protocols import Reader
from cypher.results import GraphEdge, GraphNode, Value
from cypher.vocabulary import UnknownTerm, node_type, relationship_type
from lodegraph.library.errors import TooMuch, UnknownName

MOST = 1_000_000
"""More than this do not fit into a program's memory with ease."""

NODES = "MATCH (n:{label} {{data_set: $data_set}}) RETURN n ORDER BY n.id"
RELATIONSHIPS = "MATCH ()-[r:{type}]->() WHERE r.data_set = $data_set RETURN r ORDER BY r.id"


def nodes_of(graph: Reader, label: str, data_set: str) -> tuple[GraphNode, ...]:
    """All nodes of a label, by id. Raises UnknownName that lists the labels."""
    try:
        text = NODES.format(label=node_type(label).label)
    except UnknownTerm as error:
        raise UnknownName(str(error)) from None
    return tuple(node for (node,) in _all(graph, text, data_set, label))


def relationships_of(graph: Reader, type_: str, data_set: str) -> tuple[GraphEdge, ...]:
    """All relationships of a type, by id. Raises UnknownName that lists the types."""
    try:
        text = RELATIONSHIPS.format(type=relationship_type(type_).name)
    except UnknownTerm as error:
        raise UnknownName(str(error)) from None
    return tuple(edge for (edge,) in _all(graph, text, data_set, type_))


def _all(graph: Reader, text: str, data_set: str, name: str) -> tuple[tuple[Value, ...], ...]:
    try:
        return graph.rows(text, {"data_set": data_set}, MOST)
    except TooManyRows:
        raise TooMuch(f"there are more than {MOST:,} of {name}", "ask for a part of them with a saved query") from None
