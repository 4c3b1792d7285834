"""What ties some nodes to one another: paths between them, what they have in common, what is around one of them."""

from cypher.paths.common import find_common
from cypher.paths.route import MOST_ENDS, MOST_LONGER, MOST_ROUTES, Route, Routes, find_routes
from cypher.paths.surroundings import MOST_DEPTH, Surroundings, find_surroundings
from cypher.paths.walk import LONGEST, Ground, types_of

__all__ = [
    "LONGEST",
    "MOST_DEPTH",
    "MOST_ENDS",
    "MOST_LONGER",
    "MOST_ROUTES",
    "Ground",
    "Route",
    "Routes",
    "Surroundings",
    "find_common",
    "find_routes",
    "find_surroundings",
    "types_of",
]
