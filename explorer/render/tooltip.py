"""The few lines that hovering shows: text only, never markup."""

from cypher.model import Model, PropertyKind
from cypher.results import GraphEdge, GraphNode, Value
from explorer.render.caption_placement import make_one_line
from explorer.render.style import GATHERED, is_disputed, is_gathered
from ledger.dates import format_date
from ledger.disputes import Weight
from ledger.glossary import spell_term
from ledger.text import spell_number

LINES = 5
LENGTH = 180
SHOWN = (PropertyKind.TERM, PropertyKind.INTEGER, PropertyKind.DECIMAL, PropertyKind.DATE)


def make_node_tooltip(node: GraphNode, model: Model) -> tuple[str, ...]:
    """What sort of node it is, its telling properties, and its paraphrase."""
    lines = [_describe_sort(node), *list_properties(node, model)[:LINES]]
    lines += _tell_disputes(node)
    if node.properties.get("paraphrase"):
        lines.append(make_one_line(node.properties["paraphrase"], LENGTH))
    return tuple(lines)


def make_edge_tooltip(edge: GraphEdge, start: str, end: str, model: Model) -> tuple[str, ...]:
    """Between whom it runs, its telling properties, and its paraphrase."""
    lines = [f"{start} → {end}", *list_properties(edge, model)[:LINES]]
    lines += _tell_disputes(edge)
    if edge.properties.get("paraphrase"):
        lines.append(make_one_line(edge.properties["paraphrase"], LENGTH))
    return tuple(lines)


def _tell_disputes(thing: GraphNode | GraphEdge) -> list[str]:
    """That it is disputed, and of what weight decides, in what."""
    if not is_disputed(thing):
        return []
    decides = thing.properties["disputes_weigh"] == Weight.DECIDES
    return ["disputed: money, parties, stage or existence" if decides else "disputed"]


def _describe_sort(node: GraphNode) -> str:
    if not is_gathered(node):
        return make_one_line(node.label)
    return f"{node.label}: {len(node.texts(GATHERED))} gathered into one"


def list_properties(item: GraphNode | GraphEdge, model: Model) -> list[str]:
    """Its properties that are short to tell, such as "stage: signed"."""
    known = model.find_label(item.label) if isinstance(item, GraphNode) else model.find_relationship_type(item.type)
    declared = [p for p in known.properties if p.kind in SHOWN] if known else []
    shown = [(p, value) for p in declared if (value := item.properties.get(p.name)) is not None]
    return [f"{p.name.replace('_', ' ')}: {_format_value(value, p.kind)}" for p, value in shown]


def _format_value(value: Value, kind: PropertyKind) -> str:
    if kind is PropertyKind.DATE:
        return make_one_line(format_date(value), LENGTH)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return spell_number(value)
    return make_one_line(spell_term(str(value)) if kind is PropertyKind.TERM else value, LENGTH)
