"""Which deals bind no money, drawn with dashes; and those of which that is not told, drawn with dots."""

from cypher.results import GraphEdge, GraphNode
from ledger.deals import BINDS_NOTHING, LEFT_OPEN, Stage

TYPES = ("FUNDS", "GOES_TO", "PARTY_TO")
"""Lines that are of a deal itself, so that they bind as it does."""
BORDER, LINE = ([4, 3], [1, 2]), ([7, 4], [1.5, 4])
"""Dashes and dots of a border and of a line: lengths of stroke and gap in pixels."""


def dash_border(node: GraphNode) -> list[float] | None:
    """The dashes of a deal's border; None where it binds, and for whatever is no deal."""
    return _choose(BORDER, node) if node.label == "Deal" else None


def dash_line(edge: GraphEdge, start: GraphNode, end: GraphNode) -> list[float] | None:
    """The dashes of a line; None where its deal binds, and for whatever is no line of one."""
    deal = next((n for n in (end, start) if n.label == "Deal"), None)
    return _choose(LINE, deal) if edge.type in TYPES and deal else None


def is_dashed(node: GraphNode) -> bool:
    """Whether a deal binds no money."""
    return dash_border(node) == BORDER[0]


def is_dotted(node: GraphNode) -> bool:
    """Whether it is left open if a deal binds any."""
    return dash_border(node) == BORDER[1]


def _choose(
    strokes: tuple[list[int], list[float]] | tuple[list[int], list[int]], deal: GraphNode
) -> list[float] | None:
    stage = deal.properties.get("stage")
    if not isinstance(stage, str) or stage not in tuple(Stage):
        return None
    dashes, dots = strokes
    if Stage(stage) in BINDS_NOTHING:
        return [*dashes]
    return [*dots] if Stage(stage) in LEFT_OPEN else None
