"""A network as GraphML, for Gephi, yEd, Cytoscape and the like."""

import re

from cypher.exports.network.taken_network import NetworkFormat, TakenNetwork, name_cells
from cypher.results import Value

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no document of XML may hold."""


def to_graphml(taken: TakenNetwork) -> str:
    """Every cell of the tables as an attribute; numbers stay numbers, and parallel relationships keep their ids."""
    import networkx as nx  # slow to import, and most pages write none

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(records=_clean(taken.records), left_out=_clean(taken.lacks))
    for row in name_cells(taken.nodes):
        graph.add_node(_clean(row["id"]), **_attributes(row))
    for edge, row in zip(taken.shown.edges, name_cells(taken.relationships), strict=True):
        attributes = _attributes({**row, "type": edge.type})
        graph.add_edge(_clean(edge.start), _clean(edge.end), key=_clean(edge.id), **attributes)
    lines = nx.generate_graphml(graph, edge_id_from_attribute="id")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n"


def _attributes(row: dict[str, Value]) -> dict[str, Value]:
    return {name: _clean(cell) for name, cell in row.items()}


def _clean(cell: Value) -> Value:
    """Numbers as they are; of texts, what XML may hold."""
    return cell if isinstance(cell, int | float) else FORBIDDEN.sub("", str(cell))


GRAPHML = NetworkFormat(
    "graphml", "for other graph programs (GraphML)", "lodegraph-network.graphml", "application/xml", to_graphml
)
