"""What a part of the graph is filtered by: which values its things have, and which of them a filter lets through."""

from cypher.facets.asked import NONE, Asked, read_asked, write_asked
from cypher.facets.facet import Facet
from cypher.facets.read import Facets, read_facets
from cypher.facets.sift import Sifted, find_stops, sift

__all__ = [
    "NONE",
    "Asked",
    "Facet",
    "Facets",
    "Sifted",
    "find_stops",
    "read_asked",
    "read_facets",
    "sift",
    "write_asked",
]
