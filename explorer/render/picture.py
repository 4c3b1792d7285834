"""A subgraph with positions, drawn by pyvis: what the component shows and the export writes."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pyvis.network import Network

from cypher.model import Model
from cypher.results import GraphEdge, GraphNode, Subgraph
from explorer.render.caption_placement import FONT_SIZE, caption_node, make_one_line
from explorer.render.leaf_bundles import describe_bundle, find_bundles
from explorer.render.legend import Legend, make_legend
from explorer.render.money_scale import list_measures
from explorer.render.other_sides import draw_side, list_drawn
from explorer.render.parallel_lines import group_lines
from explorer.render.pen import Pen, make_pen
from explorer.render.picture_facts import PictureFacts
from explorer.render.picture_style import DRAWN, Style
from explorer.render.picture_types import (
    BundlePayload,
    EdgeBend,
    EdgeItem,
    NetworkOptions,
    NodeItem,
    PicturePayload,
    Point,
)
from explorer.render.style import bend_edges, binds, name_edge
from explorer.render.style_choices import AspectPayload, list_choices
from explorer.render.theme import LIGHT, Theme
from explorer.render.tooltip import make_edge_tooltip, make_node_tooltip

CURVED_UP_TO = 1000
HOVER_UP_TO = 1000
DETAILED_UP_TO = 300
PLAINLY, NO_FACTS = Style(), PictureFacts()


@dataclass(frozen=True)
class Picture:
    """Everything that is drawn, without what the reader does with it. Build it once a revision and cache it."""

    network: Network = field(hash=False, compare=False, repr=False)
    legend: Legend
    bundles: tuple[BundlePayload, ...]
    choices: tuple[AspectPayload, ...]
    """How else it could be drawn."""
    revision: str
    """Differs whenever a node, an edge, a position or the legend does."""

    @property
    def node_ids(self) -> tuple[str, ...]:
        """The ids of all nodes in it."""
        return tuple(n["id"] for n in self.network.nodes)

    def payload(self) -> PicturePayload:
        """pyvis's own nodes, edges and options for the component; hover text is the component's, so titles go."""
        return {
            "revision": self.revision,
            "nodes": [_drop_title(n) for n in self.network.nodes],
            "edges": [_drop_title(e) for e in self.network.edges],
            "bundles": list(self.bundles),
            "options": self.network.options,
            "legend": self.legend.payload(),
            "style": list(self.choices),
        }


def draw_picture(
    subgraph: Subgraph,
    positions: Mapping[str, Point],
    model: Model,
    theme: Theme = LIGHT,
    style: Style = PLAINLY,
    facts: PictureFacts = NO_FACTS,
) -> Picture:
    """The picture of a subgraph; `positions` has every node's. The theme counts only where there is no page."""
    network = Network(directed=True, height="100%", width="100%", bgcolor=theme.background, cdn_resources="in_line")
    network.options = make_options(len(subgraph.nodes), theme)
    degrees = Counter(end for e in subgraph.edges for end in {e.start, e.end})
    pen = make_pen(subgraph, model, style, facts)
    for node in subgraph.nodes:
        network.add_node(node.id, **_make_node(node, degrees[node.id], positions[node.id], pen))
    sides = facts.sides if style.sides == DRAWN else ()
    drawn = (*subgraph.edges, *list_drawn(sides))
    bends = bend_edges(drawn) if len(subgraph.nodes) <= CURVED_UP_TO else {}
    straight: EdgeBend = {"smooth": False}
    line_of = {edge.id: line for line, some in group_lines(subgraph.edges).items() for edge in some}
    loose = {n.id for n in subgraph.nodes if not binds(n)}
    for edge in subgraph.edges:
        item = _make_edge(edge, pen, bends.get(edge.id, straight))
        item["lines"] = line_of.get(edge.id, "")
        item["binds"] = loose.isdisjoint({edge.start, edge.end})
        network.add_edge(edge.start, edge.end, **item)
    for side in (s for s in sides if not s.is_denied):
        network.add_edge(side.start, side.end, **draw_side(side, model, bends.get(side.id, straight)))
    bundles = tuple(
        describe_bundle(b, make_one_line(model.name_of(pen.nodes[b.hub])), positions, model)
        for b in find_bundles(subgraph)
    )
    legend = make_legend(subgraph, pen)
    choices = tuple(list_choices(style, list_measures(facts.book)))
    return Picture(network, legend, bundles, choices, _hash_picture(network, legend, choices))


def make_options(nodes: int, theme: Theme) -> NetworkOptions:
    """Options of vis-network: nothing moves by itself, and large pictures leave out what costs frames."""
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "interaction": {
            "hover": nodes <= HOVER_UP_TO,
            "hideEdgesOnDrag": nodes > DETAILED_UP_TO,
            "hideEdgesOnZoom": nodes > DETAILED_UP_TO,
            "selectConnectedEdges": False,
            "hoverConnectedEdges": False,
            "multiselect": False,
            "tooltipDelay": 200,
        },
        "nodes": {
            "font": {
                "size": FONT_SIZE,
                "color": theme.text,
                "strokeWidth": 4,
                "strokeColor": theme.halo,
                "vadjust": -1,
            },
            "borderWidthSelected": 3,
            "scaling": {"label": {"drawThreshold": 7}},
        },
        "edges": {
            "width": 1.3,
            "selectionWidth": 1,
            "hoverWidth": 0.6,
            "arrowStrikethrough": False,
            "color": {"color": theme.line, "highlight": theme.text, "hover": theme.text, "inherit": False},
            "arrows": {"to": {"enabled": True, "scaleFactor": 0.55}},
            "font": {"size": 12, "color": theme.text, "strokeWidth": 4, "strokeColor": theme.halo},
            "smooth": False,
        },
    }


def _make_node(node: GraphNode, degree: int, position: Point, pen: Pen) -> NodeItem:
    name, tooltip = pen.model.name_of(node), make_node_tooltip(node, pen)
    return {
        **pen.draw_node(node, degree),
        **pen.badges(node),
        "label": caption_node(node, name),
        "x": position[0],
        "y": position[1],
        "kind": node.label,
        "name": make_one_line(name),
        "tooltip": tooltip,
        "title": make_title((make_one_line(name), *tooltip)),
        "disputed": _weigh(node, pen),
    }


def _weigh(thing: GraphNode | GraphEdge, pen: Pen) -> str:
    mark = pen.mark_of(thing)
    return str(mark.weight) if mark else ""


def _make_edge(edge: GraphEdge, pen: Pen, bend: EdgeBend) -> EdgeItem:
    words = name_edge(edge, pen.model) + (" (or not)" if edge.id in pen.denied else "")
    tooltip = make_edge_tooltip(edge, pen)
    return {
        **pen.draw_edge(edge),
        **pen.badges(edge),
        **bend,
        "id": edge.id,
        "kind": edge.type,
        "words": words,
        "tooltip": tooltip,
        "title": make_title((words, *tooltip)),
        "lines": "",
        "disputed": _weigh(edge, pen),
        "binds": True,
    }


def make_title(lines: tuple[str, ...]) -> str:
    """Hover text of the export. pyvis runs a title that holds `href` as markup: a joiner, not seen, breaks the word."""
    return "\n".join(lines).replace("href", "h\u2060ref")


def _drop_title(item: Mapping[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in item.items() if k != "title"}


def _hash_picture(network: Network, legend: Legend, choices: Sequence[AspectPayload]) -> str:
    drawn = [network.nodes, network.edges, network.options, legend.payload(), choices]
    return hashlib.sha256(json.dumps(drawn, sort_keys=True, default=str).encode()).hexdigest()
