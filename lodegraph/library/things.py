"""All nodes of a label, all relationships of a type."""

from cypher.errors import TooManyRows
from cypher.internal import statement
from cypher.model import Model, UnknownTerm
from cypher.protocols import Reader
from cypher.results import GraphEdge, GraphNode, Value
from lodegraph.library.errors import TooMuch, UnknownName

MOST = 1_000_000
"""More than this do not fit into a program's memory with ease."""


def nodes_of(graph: Reader, label: str, data_set: str, model: Model) -> tuple[GraphNode, ...]:
    """All nodes of a label, by id. Raises UnknownName that lists the labels."""
    try:
        text = statement("nodes-of-a-label", label=model.label(label).label)
    except UnknownTerm as error:
        raise UnknownName(str(error)) from None
    return tuple(node for (node,) in _all(graph, text, data_set, label))


def relationships_of(graph: Reader, type_: str, data_set: str, model: Model) -> tuple[GraphEdge, ...]:
    """All relationships of a type, by id. Raises UnknownName that lists the types."""
    try:
        text = statement("relationships-of-a-type", type=model.relationship_type(type_).name)
    except UnknownTerm as error:
        raise UnknownName(str(error)) from None
    return tuple(edge for (edge,) in _all(graph, text, data_set, type_))


def _all(graph: Reader, text: str, data_set: str, name: str) -> tuple[tuple[Value, ...], ...]:
    try:
        return graph.rows(text, {"data_set": data_set}, MOST)
    except TooManyRows:
        raise TooMuch(f"there are more than {MOST:,} of {name}", "ask for a part of them with a saved query") from None
