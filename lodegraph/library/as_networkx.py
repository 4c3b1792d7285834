"""A network as networkx knows graphs."""

from typing import Any

import networkx as nx

from cypher.evidence import CitedPassage
from cypher.results import GraphEdge, GraphNode
from lodegraph.library.network import Network


def to_networkx(network: Network) -> "nx.MultiDiGraph[str]":
    """Every node and relationship with its properties, its `label` or `type`, and its `evidence` as plain values."""
    made: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=network.title, truncated=network.truncated)
    made.add_nodes_from((n.id, {**_told(network, n), "label": n.label}) for n in network.nodes)
    for edge in network.relationships:
        about = {**_told(network, edge), "type": edge.type}
        made.add_edges_from([(edge.start, edge.end, edge.id, about)])  # type: ignore[list-item]  # the stubs lack keys
    return made


def _told(network: Network, thing: GraphNode | GraphEdge) -> dict[str, Any]:
    says = thing.properties.get("paraphrase")
    return {**thing.properties, "evidence": [_plain(p, says) for p in network.cited_by(thing)]}


def _plain(passage: CitedPassage, says: str | None) -> dict[str, Any]:
    return {
        "source": passage.article,
        "line": passage.line,
        "sentence": passage.sentence,
        "origin": passage.origin,
        "paraphrase": says,
        "passage": passage.id,
    }
