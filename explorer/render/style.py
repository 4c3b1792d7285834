"""How nodes and relationships look. What depends on the theme (captions, lines) the component adds from the page."""

import colorsys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from cypher.model import Model
from cypher.results import GraphEdge, GraphNode
from explorer.render.picture_types import EdgeBend, EdgeLook, NodeLook
from explorer.render.theme import find_appearance
from ledger.deals import Stage
from ledger.disputes import Weight
from ledger.papers import BINDING

DISPUTED = "#D55E00"


@dataclass(frozen=True)
class Mark:
    """How it is drawn that something is disputed: dashes of a border and a line, in pixels, and the border's width."""

    border_dashes: list[int]
    line_dashes: list[int]
    border_width: float


MARKS = {Weight.DECIDES: Mark([5, 3], [6, 4], 2.8), Weight.MATTERS: Mark([2, 3], [2, 4], 2.0)}
"""By what a dispute weighs that is seen in the picture, how: where it decides the dashes are longer."""
PLAIN_WIDTH, GATHERED_WIDTH = 1.2, 5.0
GATHERED = "gathered"
"""A node whose id is of this kind stands for many: the property of this name holds what they are called."""


def name_edge(edge: GraphEdge, model: Model) -> str:
    """What is written on a selected edge: its type, and its role where the type has several or is unknown."""
    known = model.find_relationship_type(edge.type)
    several = len(known.roles) > 1 if known else bool(edge.role)
    reads = model.reads(edge.type)
    return f"{reads} ({edge.role.replace('_', ' ')})" if several and edge.role else reads


def find_node_size(degree: int) -> float:
    """Radius in pixels: a hub is larger, but never large."""
    return min(6.5 + 2.0 * sqrt(degree), 18.0)


def style_node(node: GraphNode, degree: int, model: Model) -> NodeLook:
    """Shape, colour, size and border of a node."""
    drawn = find_appearance(node.label, model)
    mark = find_mark(node)
    border = DISPUTED if mark else darken(drawn.colour, 0.72)
    fill = lighten(drawn.colour, 0.45) if is_gathered(node) else drawn.colour
    return {
        "shape": drawn.shape,
        "size": find_node_size(degree) + (5 if is_gathered(node) else 0),
        "color": {
            "background": fill,
            "border": border,
            "highlight": {"background": fill, "border": border},
            "hover": {"background": fill, "border": border},
        },
        "borderWidth": GATHERED_WIDTH if is_gathered(node) else mark.border_width if mark else PLAIN_WIDTH,
        "shapeProperties": {"borderDashes": mark.border_dashes if mark else False},
    }


def style_edge(edge: GraphEdge) -> EdgeLook:
    """Dashes and colour of an edge; one without a colour takes the theme's."""
    mark = find_mark(edge)
    if mark is None:
        return {"dashes": False}
    return {"dashes": mark.line_dashes, "color": {"color": DISPUTED, "highlight": DISPUTED, "hover": DISPUTED}}


def find_mark(thing: GraphNode | GraphEdge) -> Mark | None:
    """How it is marked that a dispute about it decides or matters; not for details, nor for its relationships alone."""
    weight = thing.properties.get("disputes_weigh")
    return MARKS.get(Weight(weight)) if weight in tuple(Weight) else None


def is_disputed(thing: GraphNode | GraphEdge) -> bool:
    """Whether it is marked as disputed."""
    return find_mark(thing) is not None


def binds(node: GraphNode) -> bool:
    """False of a deal that is known to have come to no stage that binds anybody; True of all else."""
    stage = node.properties.get("stage")
    return node.label != "Deal" or stage not in tuple(Stage) or Stage(stage) in BINDING


def is_gathered(node: GraphNode) -> bool:
    """Whether it stands for many nodes."""
    return node.id.startswith(f"{GATHERED}/") and GATHERED in node.properties


def bend_edges(edges: Iterable[GraphEdge]) -> Mapping[str, EdgeBend]:
    """The bend of each edge that shares its two ends with others, so that every one can be seen and clicked."""
    pairs: dict[tuple[str, str], list[GraphEdge]] = defaultdict(list)
    for edge in edges:
        pairs[min(edge.start, edge.end), max(edge.start, edge.end)].append(edge)
    return {
        edge.id: _bend_edge(edge, i, len(group))
        for group in pairs.values()
        for i, edge in enumerate(sorted(group, key=lambda e: e.id))
    }


def _bend_edge(edge: GraphEdge, index: int, count: int) -> EdgeBend:
    if edge.start == edge.end:
        return {"selfReference": {"size": 18 + 9 * index, "angle": 0.785}}
    offset = (index - (count - 1) / 2) * min(0.28, 0.9 / count)
    if not offset:
        return {"smooth": False}
    clockwise = (offset > 0) == (edge.start < edge.end)
    return {"smooth": {"enabled": True, "type": "curvedCW" if clockwise else "curvedCCW", "roundness": abs(offset)}}


def darken(colour: str, factor: float) -> str:
    """The same hue, darker."""
    hue, light, saturation = colorsys.rgb_to_hls(*_split_channels(colour))
    return _format_hex(colorsys.hls_to_rgb(hue, light * factor, saturation))


def lighten(colour: str, amount: float) -> str:
    """The colour mixed with white."""
    return _format_hex(tuple(c + (1 - c) * amount for c in _split_channels(colour)))


def _split_channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _format_hex(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{round(c * 255):02x}" for c in channels)
