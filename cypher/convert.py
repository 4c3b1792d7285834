"""From the driver's values to ours, so that nothing outside this package knows the driver."""

import re
from collections.abc import Collection
from typing import Any

import neo4j.graph
import neo4j.time

from cypher.results import GraphEdge, GraphNode, Subgraph, Value
from ledger.ids import split_ends, split_kind

WORD_BEGINS = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""In a label: an id's kind is the label in small letters, its words parted."""


def to_value(value: Any) -> Value:
    """One cell: nodes, relationships and paths to our own types, times to ISO text, lists item by item."""
    match value:
        case neo4j.graph.Node():
            return to_node(value)
        case neo4j.graph.Relationship():
            return to_edge(value)
        case neo4j.graph.Path():
            return [*map(to_node, value.nodes), *map(to_edge, value.relationships)]
        case list():
            return [to_value(v) for v in value]
        case dict():
            return {str(k): to_value(v) for k, v in value.items()}
        case neo4j.time.Date() | neo4j.time.DateTime() | neo4j.time.Time():
            return value.iso_format()
        case _:
            return value


def to_node(node: neo4j.graph.Node) -> GraphNode:
    """A node under its own id; one that is not ours keeps the engine's for as long as the answer lives."""
    node_id = str(node.get("id", node.element_id))
    return GraphNode(node_id, own_label(node_id, node.labels), _properties(node))


def to_edge(edge: neo4j.graph.Relationship) -> GraphEdge:
    """A relationship between its nodes' own ids: its id names them where the driver does not know them."""
    own = str(edge.get("id", ""))
    known = [n is not None and "id" in n for n in edge.nodes]
    named = None if all(known) else split_ends(own)
    start, end = named or (_end_id(n) for n in edge.nodes)
    return GraphEdge(own or edge.element_id, edge.type, start, end, _properties(edge))


def graph_parts(cells: list[Value]) -> tuple[list[GraphNode], list[GraphEdge]]:
    """All nodes and relationships in a row of cells, at any depth of lists and maps."""
    nodes: list[GraphNode] = []
    edges: list[GraphEdge] = []
    for cell in cells:
        if isinstance(cell, GraphNode):
            nodes.append(cell)
        elif isinstance(cell, GraphEdge):
            edges.append(cell)
        elif isinstance(cell, list | dict):
            inner = graph_parts(list(cell.values()) if isinstance(cell, dict) else cell)
            nodes += inner[0]
            edges += inner[1]
    return nodes, edges


def to_subgraph(rows: list[list[Value]], truncated: bool) -> Subgraph:
    """Every node and relationship of an answer once; a relationship whose ends are not in it is left out."""
    nodes, edges = graph_parts([cell for row in rows for cell in row])
    known = {n.id: n for n in nodes}
    kept = {e.id: e for e in edges if e.start in known and e.end in known}
    return Subgraph(tuple(known.values()), tuple(kept.values()), truncated)


def own_label(node_id: str, labels: Collection[str]) -> str:
    """The one that the id tells, since others may have added more; else the first by name."""
    told = (label for label in labels if WORD_BEGINS.sub("_", label).lower() == split_kind(node_id))
    return next(told, min(labels, default=""))


def _end_id(node: neo4j.graph.Node | None) -> str:
    return "" if node is None else str(node.get("id", node.element_id))


def _properties(entity: neo4j.graph.Entity) -> dict[str, Value]:
    return {key: to_value(entity[key]) for key in sorted(entity.keys())}
