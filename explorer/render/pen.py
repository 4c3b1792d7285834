"""How one picture is drawn: what a reader chose, applied to the nodes and lines that are in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from cypher.model import Model
from cypher.results import GraphEdge, GraphNode, Subgraph
from explorer.render.binding_lines import dash_border, dash_line
from explorer.render.dispute_marks import DISPUTED, DisputeMark, find_mark
from explorer.render.money_scale import MoneyScale, scale_lines, scale_nodes
from explorer.render.node_colours import OTHER, Tint, tint_nodes
from explorer.render.other_sides import list_denied
from explorer.render.picture_facts import PictureFacts
from explorer.render.picture_style import DASHED, DRAWN, KIND, MARKED, ORIGINS, Style
from explorer.render.picture_types import BadgePayload, Badges, EdgeLook, NodeLook
from explorer.render.style import LINE_WIDTH, NodeBorder, find_node_size, style_edge, style_node

ONE_ORIGIN: BadgePayload = {"text": "1", "colour": "#5B6270", "filled": False}
"""The badge of what rests on a single origin."""
BAND = "#9AA3B2"
"""A wide line that stands for no firm figure: faint on a light page and on a dark one."""


@dataclass(frozen=True)
class Pen:
    """Draws nodes and lines of one picture; `sizes` and `widths` where these go by money, `tints` by node.

    `denied`: the lines that would not be there if another reading held, where other sides are drawn.
    """

    model: Model
    style: Style
    facts: PictureFacts
    nodes: Mapping[str, GraphNode]
    sizes: MoneyScale | None
    widths: MoneyScale | None
    tints: Mapping[str, Tint]
    denied: frozenset[str] = frozenset()

    def mark_of(self, thing: GraphNode | GraphEdge) -> DisputeMark | None:
        """What is marked of a node or line as disputed."""
        return find_mark(thing, self.style.marks, self.facts.disputes)

    def draw_node(self, node: GraphNode, degree: int) -> NodeLook:
        """How a node looks that has so many lines."""
        mark = self.mark_of(node)
        dashes = dash_border(node) if self.style.binding == DASHED else None
        border = NodeBorder(
            width=mark.border_width if mark else 1.8 if dashes else NodeBorder.width,
            colour=mark.colour if mark else None,
            dashes=dashes,
            is_hollow=self.sizes is not None and not self.sizes.is_firm(node.id),
        )
        return style_node(node, self._size(node, degree), self.model, border, self._fill(node))

    def draw_edge(self, edge: GraphEdge) -> EdgeLook:
        """How a line looks."""
        mark = self.mark_of(edge)
        dashes = dash_line(edge, *self._ends(edge)) if self.style.binding == DASHED else None
        colour = mark.colour if mark else DISPUTED if edge.id in self.denied else None
        if self.widths is None:
            return style_edge(mark.line_width if mark else LINE_WIDTH, dashes, colour)
        width = self.widths.width(edge.id)
        if self.widths.is_firm(edge.id):
            return style_edge(width, dashes, colour)
        look = style_edge(LINE_WIDTH, dashes, colour)
        look["background"] = {"enabled": True, "color": BAND, "size": width + 2 * LINE_WIDTH}
        return look

    def badges(self, thing: GraphNode | GraphEdge) -> Badges:
        """The badges of a node or line."""
        found: Badges = {}
        if mark := self.mark_of(thing):
            found["badge"] = mark.badge()
        if self.style.origins == MARKED and rests_on_one(thing):
            found["origin"] = ONE_ORIGIN
        return found

    def _ends(self, edge: GraphEdge) -> tuple[GraphNode, GraphNode]:
        return self.nodes[edge.start], self.nodes[edge.end]

    def _size(self, node: GraphNode, degree: int) -> float:
        if self.sizes is not None:
            return self.sizes.radius(node.id)
        return find_node_size(count_origins(node) * 4 if self.style.size == ORIGINS else degree)

    def _fill(self, node: GraphNode) -> str | None:
        if self.style.colour == KIND:
            return None
        return self.tints[node.id].colour if node.id in self.tints else OTHER


def make_pen(shown: Subgraph, model: Model, style: Style, facts: PictureFacts) -> Pen:
    """The pen for a picture of these nodes and lines."""
    return Pen(
        model=model,
        style=style,
        facts=facts,
        nodes={n.id: n for n in shown.nodes},
        sizes=scale_nodes(facts.book, style.size_by) if style.size_by else None,
        widths=scale_lines(shown, facts.book, style.width_by) if style.width_by else None,
        tints=tint_nodes(shown, style.colour, model),
        denied=list_denied(facts.sides) if style.sides == DRAWN else frozenset(),
    )


def count_origins(thing: GraphNode | GraphEdge) -> int:
    """On how many independent origins it rests."""
    return len(thing.texts("origins"))


def rests_on_one(thing: GraphNode | GraphEdge) -> bool:
    """Whether it rests on a single origin; not of what names none."""
    return count_origins(thing) == 1
