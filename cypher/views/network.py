"""An answer as a network: its nodes and relationships."""

from typing import Any

from cypher.model import Model
from cypher.results import GraphEdge, GraphNode, Subgraph, Table, Value
from cypher.views.view import Material, View

COLUMNS = ("from", "relationship", "role", "to", "says", "articles", "origins", "disputes", "id")


def as_rows(material: Material) -> Table:
    """The rows of the network in the answer."""
    return network_rows(material.subgraph, material.model)


def as_json(material: Material) -> dict[str, Any]:
    """Nodes and relationships with their properties."""
    return {
        "nodes": [node_json(n) for n in material.subgraph.nodes],
        "relationships": [edge_json(e) for e in material.subgraph.edges],
    }


def network_rows(subgraph: Subgraph, model: Model) -> Table:
    """A row a relationship, then a row a node that has none here."""
    names = {n.id: model.name_of(n) for n in subgraph.nodes}
    rows = [_edge_row(e, names, model) for e in subgraph.edges]
    tied = {end for e in subgraph.edges for end in (e.start, e.end)}
    rows += [_lone_row(n, model) for n in subgraph.nodes if n.id not in tied]
    return Table(COLUMNS, tuple(rows), subgraph.truncated)


def node_json(node: GraphNode) -> dict[str, Any]:
    """A node with its label and properties."""
    return {"id": node.id, "label": node.label, "properties": node.properties}


def edge_json(edge: GraphEdge) -> dict[str, Any]:
    """A relationship with its ends and properties."""
    return {"id": edge.id, "type": edge.type, "start": edge.start, "end": edge.end, "properties": edge.properties}


def count_support(thing: GraphNode | GraphEdge) -> tuple[int, int, int]:
    """How many articles, independent origins and disputes a node or relationship has."""
    return len(thing.texts("articles")), len(thing.texts("origins")), len(thing.texts("disputes"))


def _edge_row(edge: GraphEdge, names: dict[str, str], model: Model) -> tuple[Value, ...]:
    return (
        names[edge.start], model.reads(edge.type), edge.role, names[edge.end], edge.properties.get("paraphrase"),
        *count_support(edge), edge.id,
    )  # fmt: skip


def _lone_row(node: GraphNode, model: Model) -> tuple[Value, ...]:
    says = node.properties.get("paraphrase")
    return (model.name_of(node), None, None, None, says, *count_support(node), node.id)


NETWORK = View("network", as_rows, as_json)
