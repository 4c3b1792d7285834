"""Formats in which a network that is seen on a page is taken along, a module each, listed here."""

from cypher.exports.network.as_csv import NODES_CSV, RELATIONSHIPS_CSV
from cypher.exports.network.as_graphml import GRAPHML
from cypher.exports.network.as_json import JSON
from cypher.exports.network.taken_network import NetworkFormat, TakenNetwork

NETWORK_FORMATS = (GRAPHML, NODES_CSV, RELATIONSHIPS_CSV, JSON)

__all__ = ["NETWORK_FORMATS", "NetworkFormat", "TakenNetwork"]
