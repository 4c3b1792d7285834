"""The one line that hovering shows beside the name: text only, never markup."""

from collections.abc import Collection, Iterable

from cypher.model import Model, PropertyKind
from cypher.results import GraphEdge, GraphNode, Value
from explorer.render.caption_placement import make_one_line, tell_figure
from explorer.render.pen import Pen
from explorer.render.style import GATHERED, is_gathered
from ledger.dates import format_date
from ledger.glossary import spell_term
from ledger.text import spell_number

FACTS = 5
LENGTH = 180
BETWEEN = " · "
SHOWN = (PropertyKind.TERM, PropertyKind.INTEGER, PropertyKind.DECIMAL, PropertyKind.DATE)
OF_THE_FIGURE = ("amount_value", "amount_ceiling", "amount_qualifier")
"""Told together as one figure, not each by itself."""


def make_node_tooltip(node: GraphNode, pen: Pen) -> tuple[str, ...]:
    """What sort of node it is, its figure, its telling properties, and what is disputed about it."""
    figure = tell_figure(node)
    told = list_properties(node, pen.model, OF_THE_FIGURE if figure else ())[:FACTS]
    return _join((_describe_sort(node), figure, *told, *_tell_disputes(node, pen)))


def make_edge_tooltip(edge: GraphEdge, pen: Pen) -> tuple[str, ...]:
    """Between whom it runs, its telling properties, and what is disputed about it."""
    start, end = (make_one_line(pen.model.name_of(pen.nodes[i])) for i in (edge.start, edge.end))
    return _join((f"{start} → {end}", *list_properties(edge, pen.model)[:FACTS], *_tell_disputes(edge, pen)))


def _join(told: Iterable[str]) -> tuple[str, ...]:
    return (make_one_line(BETWEEN.join(filter(None, told)), 2 * LENGTH),)


def _tell_disputes(thing: GraphNode | GraphEdge, pen: Pen) -> list[str]:
    """How many disagreements of the greatest weight there are about it, as far as they are marked."""
    mark = pen.mark_of(thing)
    return [mark.tell()] if mark else []


def _describe_sort(node: GraphNode) -> str:
    if not is_gathered(node):
        return make_one_line(node.label)
    return f"{node.label}: {len(node.texts(GATHERED))} gathered into one"


def list_properties(item: GraphNode | GraphEdge, model: Model, without: Collection[str] = ()) -> list[str]:
    """Its properties that are short to tell, such as "stage: signed"; some of them left out."""
    known = model.find_label(item.label) if isinstance(item, GraphNode) else model.find_relationship_type(item.type)
    declared = [p for p in known.properties if p.kind in SHOWN] if known else []
    told = [p for p in declared if p.name not in without]
    shown = [(p, value) for p in told if (value := item.properties.get(p.name)) is not None]
    return [f"{p.name.replace('_', ' ')}: {_format_value(value, p.kind)}" for p, value in shown]


def _format_value(value: Value, kind: PropertyKind) -> str:
    if kind is PropertyKind.DATE:
        return make_one_line(format_date(value), LENGTH)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return spell_number(value)
    return make_one_line(spell_term(str(value)) if kind is PropertyKind.TERM else value, LENGTH)
