"""A network as two tables for spreadsheets: its nodes, and its relationships."""

from cypher.exports.csv_text import to_csv
from cypher.exports.network.taken_network import NetworkFormat, TakenNetwork


def _write_nodes(taken: TakenNetwork) -> str:
    return to_csv(taken.nodes)


def _write_relationships(taken: TakenNetwork) -> str:
    return to_csv(taken.relationships)


NODES_CSV = NetworkFormat("nodes.csv", "its nodes (CSV)", "lodegraph-nodes.csv", "text/csv", _write_nodes)
RELATIONSHIPS_CSV = NetworkFormat(
    "relationships.csv", "its relationships (CSV)", "lodegraph-relationships.csv", "text/csv", _write_relationships
)
