"""A subgraph with positions, drawn by pyvis: what the component shows and the export writes."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pyvis.network import Network

from cypher.model import Model
from cypher.results import GraphEdge, GraphNode, Subgraph
from explorer.render.caption_placement import FONT_SIZE, break_caption, make_one_line
from explorer.render.legend import Legend, make_legend
from explorer.render.picture_types import EdgeBend, EdgeItem, NetworkOptions, NodeItem, PicturePayload, Point
from explorer.render.style import bend_edges, name_edge, style_edge, style_node
from explorer.render.theme import LIGHT, Theme
from explorer.render.tooltip import make_edge_tooltip, make_node_tooltip

CURVED_UP_TO = 1000
HOVER_UP_TO = 1000
DETAILED_UP_TO = 300


@dataclass(frozen=True)
class Picture:
    """Everything that is drawn, without what the reader does with it. Build it once a revision and cache it."""

    network: Network = field(hash=False, compare=False, repr=False)
    legend: Legend
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
            "options": self.network.options,
            "legend": self.legend.payload(),
        }


def draw_picture(subgraph: Subgraph, positions: Mapping[str, Point], model: Model, theme: Theme = LIGHT) -> Picture:
    """The picture of a subgraph; `positions` has every node's. The theme counts only where there is no page."""
    network = Network(directed=True, height="100%", width="100%", bgcolor=theme.background, cdn_resources="in_line")
    network.options = make_options(len(subgraph.nodes), theme)
    degrees = Counter(end for e in subgraph.edges for end in {e.start, e.end})
    for node in subgraph.nodes:
        network.add_node(node.id, **_make_node(node, degrees[node.id], positions[node.id], model))
    names = {n.id: make_one_line(model.name_of(n)) for n in subgraph.nodes}
    bends = bend_edges(subgraph.edges) if len(subgraph.nodes) <= CURVED_UP_TO else {}
    straight: EdgeBend = {"smooth": False}
    for edge in subgraph.edges:
        network.add_edge(edge.start, edge.end, **_make_edge(edge, names, model, bends.get(edge.id, straight)))
    legend = make_legend(subgraph, model)
    return Picture(network, legend, _hash_picture(network, legend))


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


def _make_node(node: GraphNode, degree: int, position: Point, model: Model) -> NodeItem:
    name, tooltip = model.name_of(node), make_node_tooltip(node, model)
    return {
        **style_node(node, degree, model),
        "label": break_caption(name),
        "x": position[0],
        "y": position[1],
        "kind": node.label,
        "name": make_one_line(name),
        "tooltip": tooltip,
        "title": make_title((make_one_line(name), *tooltip)),
    }


def _make_edge(edge: GraphEdge, names: Mapping[str, str], model: Model, bend: EdgeBend) -> EdgeItem:
    words = name_edge(edge, model)
    tooltip = make_edge_tooltip(edge, names[edge.start], names[edge.end], model)
    return {
        **style_edge(edge),
        **bend,
        "id": edge.id,
        "kind": edge.type,
        "words": words,
        "tooltip": tooltip,
        "title": make_title((words, *tooltip)),
    }


def make_title(lines: tuple[str, ...]) -> str:
    """Hover text of the export. pyvis runs a title that holds `href` as markup: a joiner, not seen, breaks the word."""
    return "\n".join(lines).replace("href", "h\u2060ref")


def _drop_title(item: Mapping[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in item.items() if k != "title"}


def _hash_picture(network: Network, legend: Legend) -> str:
    drawn = [network.nodes, network.edges, network.options, legend.payload()]
    return hashlib.sha256(json.dumps(drawn, sort_keys=True, default=str).encode()).hexdigest()
