"""The network in an answer as GraphML, for Gephi, yEd, Cytoscape or networkx."""

import re
from collections.abc import Iterator
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
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.graph.update(_tell_question(answer))
    for node in answer.subgraph.nodes:
        graph.add_node(_clean(node.id), **_node_values(node, answer.model))
    for edge in answer.subgraph.edges:
        graph.add_edge(_clean(edge.start), _clean(edge.end), key=_clean(edge.id), **_edge_values(edge, answer.model))
    return "\n".join((DECLARATION, *nx.generate_graphml(graph))) + "\n"


def _tell_question(answer: "QueryAnswer") -> Iterator[tuple[str, Plain]]:
    yield "query", answer.query.id
    yield "title", _clean(answer.query.title)
    yield "data_set", _clean(answer.data_set)
    yield "asked", _clean("; ".join(f"{name}: {value}" for name, value in answer.parameters.items()))
    yield "truncated", answer.table.truncated
    yield "notes", _clean(" ".join(filter(None, (answer.unfinished, *answer.notes))))


def _node_values(node: GraphNode, model: "Model") -> dict[str, Plain]:
    figure = _tell_amount(node) if node.label == "Deal" else {}
    return _plain(node) | figure | {"label": _clean(node.label), "name": _clean(model.name_of(node))}


def _edge_values(edge: GraphEdge, model: "Model") -> dict[str, Plain]:
    told = {"id": _clean(edge.id), "type": _clean(edge.type), "reads": _clean(model.reads(edge.type))}
    return _plain(edge) | _tell_amount(edge) | told


def _tell_amount(thing: GraphNode | GraphEdge) -> dict[str, Plain]:
    try:
        amount = amount_of(thing)
    except UnreadableDeal as error:
        return {"amount": _clean(f"cannot be read: {error}")}
    return {} if amount is None else {"amount": _clean(amount)}


def _plain(thing: GraphNode | GraphEdge) -> dict[str, Plain]:
    return {_clean(name): _as_plain(value) for name, value in thing.properties.items() if value is not None}


def _as_plain(value: Value) -> Plain:
    """A number or boolean as it is, a list by its items, all else as text."""
    if isinstance(value, bool | float) or (isinstance(value, int) and abs(value) < LARGEST):
        return value
    return _clean("; ".join(map(str, value)) if isinstance(value, list | tuple) else value)


def _clean(value: object) -> str:
    """Text without the signs that no XML may hold."""
    return NO_XML.sub("\ufffd", str(value))


GRAPHML = ExportFormat("graphml", "GraphML", "application/xml", to_graphml, needs_nodes=True)
