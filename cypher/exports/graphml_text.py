"""The network in an answer as GraphML, for Gephi, yEd, Cytoscape or networkx."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from cypher.deals import UnreadableDeal, amount_of
from cypher.exports.export_format import ExportFormat
from cypher.results import GraphEdge, GraphNode, Value

if TYPE_CHECKING:
    from cypher.model import Model
    from cypher.saved import QueryAnswer

NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LARGEST = 2**63
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'
Plain = str | int | float | bool


def to_graphml(answer: "QueryAnswer") -> str:
    """Every node by its id with its label, every relationship with its id and type, all properties as plain values.

    A deal's figure stands in `amount` in words, with its qualifier and unit, beside the properties that it is made of.
    The graph itself says what was asked, of which records, and whether the answer was cut.
    """
    nodes = {node.id: _node_values(node, answer.model) for node in answer.subgraph.nodes}
    edges = [(edge, _edge_values(edge, answer.model)) for edge in answer.subgraph.edges]
    return write_graphml(dict(_tell_question(answer)), nodes, edges)


def write_graphml(
    about: Mapping[str, Value],
    nodes: Mapping[str, Mapping[str, Value]],
    edges: Iterable[tuple[GraphEdge, Mapping[str, Value]]],
) -> str:
    """What is told of a graph, of each node by its id, and of each relationship: numbers stay numbers, lists become
    texts, what is not told is left out, and what no XML may hold is replaced."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.graph.update(_plain(about))
    for node, told in nodes.items():
        graph.add_node(clean(node), **_plain(told))
    for edge, told in edges:
        graph.add_edge(clean(edge.start), clean(edge.end), key=clean(edge.id), **_plain(told))
    return "\n".join((DECLARATION, *nx.generate_graphml(graph))) + "\n"


def _tell_question(answer: "QueryAnswer") -> Iterator[tuple[str, Plain]]:
    yield "query", answer.query.id
    yield "title", clean(answer.query.title)
    yield "data_set", clean(answer.data_set)
    yield "asked", clean("; ".join(f"{name}: {value}" for name, value in answer.parameters.items()))
    yield "truncated", answer.table.truncated
    yield "notes", clean(" ".join(filter(None, (answer.unfinished, *answer.notes))))


def _node_values(node: GraphNode, model: "Model") -> dict[str, Plain]:
    figure = _tell_amount(node) if node.label == "Deal" else {}
    return _plain(node.properties) | figure | {"label": clean(node.label), "name": clean(model.name_of(node))}


def _edge_values(edge: GraphEdge, model: "Model") -> dict[str, Plain]:
    told = {"id": clean(edge.id), "type": clean(edge.type), "reads": clean(model.reads(edge.type))}
    return _plain(edge.properties) | _tell_amount(edge) | told


def _tell_amount(thing: GraphNode | GraphEdge) -> dict[str, Plain]:
    try:
        amount = amount_of(thing)
    except UnreadableDeal as error:
        return {"amount": clean(f"cannot be read: {error}")}
    return {} if amount is None else {"amount": clean(amount)}


def _plain(told: Mapping[str, Value]) -> dict[str, Plain]:
    return {clean(name): as_plain(value) for name, value in told.items() if value is not None}


def as_plain(value: Value) -> Plain:
    """A number or boolean as it is, a list by its items, all else as text."""
    if isinstance(value, bool | float) or (isinstance(value, int) and abs(value) < LARGEST):
        return value
    return clean("; ".join(map(str, value)) if isinstance(value, list | tuple) else value)


def clean(value: object) -> str:
    """Text without the signs that no XML may hold."""
    return NO_XML.sub("\ufffd", str(value))


GRAPHML = ExportFormat("graphml", "GraphML", "application/xml", to_graphml, needs_nodes=True)
