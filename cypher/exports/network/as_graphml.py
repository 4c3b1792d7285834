"""A network as GraphML, for Gephi, yEd, Cytoscape and the like."""

from cypher.exports.graphml_text import write_graphml
from cypher.exports.network.taken_network import NetworkFormat, TakenNetwork, name_cells


def to_graphml(taken: TakenNetwork) -> str:
    """Every cell of the tables as an attribute; parallel relationships keep their ids and types."""
    about = {"records": taken.records, "left_out": taken.lacks, "truncated": taken.shown.truncated}
    nodes = {row["id"]: row for row in name_cells(taken.nodes)}
    rows = zip(taken.shown.edges, name_cells(taken.relationships), strict=True)
    return write_graphml(about, nodes, [(edge, {**row, "type": edge.type}) for edge, row in rows])


GRAPHML = NetworkFormat(
    "graphml", "For other graph programs (GraphML)", "lodegraph-network.graphml", "application/xml", to_graphml
)
