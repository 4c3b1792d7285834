"""Kinds of view, a module each, listed here and nowhere else: how an answer is seen, as rows and as JSON.

How one looks on a page is the explorer's: `explorer/views/` lists those that are more than their rows.
"""

from cypher.views.bars import BARS
from cypher.views.flow import FLOW
from cypher.views.ladder import LADDER
from cypher.views.matrix import MATRIX
from cypher.views.network import NETWORK
from cypher.views.number import NUMBER
from cypher.views.table import TABLE
from cypher.views.timeline import TIMELINE
from cypher.views.totals import TOTALS
from cypher.views.view import Asked, Material, View

VIEWS = (NETWORK, TABLE, TOTALS, NUMBER, LADDER, TIMELINE, BARS, FLOW, MATRIX)

__all__ = [
    "BARS",
    "FLOW",
    "LADDER",
    "MATRIX",
    "NETWORK",
    "NUMBER",
    "TABLE",
    "TIMELINE",
    "TOTALS",
    "VIEWS",
    "Asked",
    "Material",
    "View",
    "find_view",
]


def find_view(name: str) -> View:
    """The kind of that name; raises KeyError that lists the names."""
    found = next((view for view in VIEWS if view.name == name), None)
    if found is None:
        raise KeyError(f"there is no view '{name}': there are {', '.join(view.name for view in VIEWS)}")
    return found
