"""The other sides of disputed lines as dotted lines of their own; what another reading denies is said of its line."""

from collections.abc import Iterable

from cypher.disagreements.other_sides import OtherSide
from cypher.model import Model
from cypher.results import GraphEdge
from explorer.render.caption_placement import make_one_line
from explorer.render.dispute_marks import DISPUTED
from explorer.render.picture_types import Badges, EdgeBend, SideItem
from explorer.render.style import name_edge, style_edge
from ledger.glossary import spell_term

DOTS = [2.0, 4.0]
WIDTH = 1.8
NO_BADGES: Badges = {}
LENGTH = 200


def list_drawn(sides: Iterable[OtherSide]) -> list[GraphEdge]:
    """Those that have a line of their own, as edges."""
    return [GraphEdge(s.id, s.type, s.start, s.end, {"role": s.role}) for s in sides if not s.is_denied]


def list_denied(sides: Iterable[OtherSide]) -> frozenset[str]:
    """The ids of relationships that would not be there if another reading held."""
    return frozenset(s.edge for s in sides if s.is_denied)


def draw_side(side: OtherSide, model: Model, bend: EdgeBend) -> SideItem:
    """One of them as it is handed over: it is no relationship of the graph, and says so."""
    edge = GraphEdge(side.id, side.type, side.start, side.end, {"role": side.role})
    fields = ", ".join(f"{spell_term(name)} {value}" for name, value in side.fields)
    words = make_one_line(f"or: {name_edge(edge, model)}{f', {fields}' if fields else ''}")
    told = (make_one_line(f"only if another reading held: {side.says}", LENGTH),)
    return {
        **style_edge(WIDTH, DOTS, DISPUTED),
        **bend,
        **NO_BADGES,
        "id": side.id,
        "kind": side.type,
        "words": words,
        "tooltip": told,
        "title": "\n".join((words, *told)),
        "side": True,
        "lines": "",
        "disputed": "",
        "binds": True,
    }
