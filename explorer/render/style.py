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
from ledger.papers import BINDING

PLAIN_WIDTH, GATHERED_WIDTH, LINE_WIDTH = 1.2, 5.0, 1.3
"""Of borders and lines, in pixels."""
HOLLOW = 0.75
"""How light the inside of a node is that stands for no firm figure."""
OUTLINE = "#6B7280"
"""Seen on a light page and on a dark one, around whatever colour."""
GATHERED = "gathered"
"""A node whose id is of this kind stands for many: the property of this name holds what they are called."""


@dataclass(frozen=True)
class NodeBorder:
    """`colour`: None for one that goes with the fill. `dashes`: of stroke and gap, in pixels."""

    width: float = PLAIN_WIDTH
    colour: str | None = None
    dashes: list[float] | None = None
    is_hollow: bool = False


def name_edge(edge: GraphEdge, model: Model) -> str:
    """What is written on a selected edge: its type, and its role where the type has several or is unknown."""
    known = model.find_relationship_type(edge.type)
    several = len(known.roles) > 1 if known else bool(edge.role)
    reads = model.reads(edge.type)
    return f"{reads} ({edge.role.replace('_', ' ')})" if several and edge.role else reads


def find_node_size(degree: int) -> float:
    """Radius in pixels: a hub is larger, but never large."""
    return min(6.5 + 2.0 * sqrt(degree), 18.0)


def style_node(node: GraphNode, size: float, model: Model, border: NodeBorder, fill: str | None = None) -> NodeLook:
    """Shape, colour, radius and border of a node; `fill`: another colour than that of its kind."""
    drawn = find_appearance(node.label, model)
    colour = fill or drawn.colour
    edge = border.colour or (darken(drawn.colour, 0.72) if fill is None else OUTLINE)
    inside = lighten(colour, 0.45) if is_gathered(node) else lighten(colour, HOLLOW) if border.is_hollow else colour
    return {
        "shape": drawn.shape,
        "size": size + (5 if is_gathered(node) else 0),
        "color": {
            "background": inside,
            "border": edge,
            "highlight": {"background": inside, "border": edge},
            "hover": {"background": inside, "border": edge},
        },
        "borderWidth": GATHERED_WIDTH if is_gathered(node) else border.width,
        "shapeProperties": {"borderDashes": border.dashes or False},
    }


def style_edge(width: float = LINE_WIDTH, dashes: list[float] | None = None, colour: str | None = None) -> EdgeLook:
    """Width, dashes and colour of an edge; one without a colour takes the theme's."""
    look: EdgeLook = {"dashes": dashes or False, "width": width}
    if colour:
        look["color"] = {"color": colour, "highlight": colour, "hover": colour}
    return look


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
