"""Finding nodes by what people type: one search for the command line, the library and the pages."""

from cypher.search.lookup import MOST, find, find_among
from cypher.search.rank import Found, How
from cypher.search.result import Findings

__all__ = ["MOST", "Findings", "Found", "How", "find", "find_among"]
