"""The few lines that hovering shows: text only, never markup."""

from cypher.model import Model, PropertyKind
from cypher.results import GraphEdge, GraphNode, Value
from explorer.render.label_placement import one_line
from explorer.render.style import GATHERED, is_disputed, is_gathered

LINES = 5
LENGTH = 180
SHOWN = (PropertyKind.TERM, PropertyKind.INTEGER, PropertyKind.DECIMAL, PropertyKind.DATE)


def node_hint(node: GraphNode, model: Model) -> tuple[str, ...]:
    """What sort of node it is, its telling properties, and its paraphrase."""
    lines = [_sort(node), *_properties(node, model)[:LINES]]
    if is_disputed(node):
        lines.append("disputed")
    if node.properties.get("paraphrase"):
        lines.append(one_line(node.properties["paraphrase"], LENGTH))
    return tuple(lines)


def edge_hint(edge: GraphEdge, start: str, end: str) -> tuple[str, ...]:
    """Between whom it runs, and its paraphrase."""
    lines = [f"{start} → {end}"]
    if is_disputed(edge):
        lines.append("disputed")
    if edge.properties.get("paraphrase"):
        lines.append(one_line(edge.properties["paraphrase"], LENGTH))
    return tuple(lines)


def _sort(node: GraphNode) -> str:
    if not is_gathered(node):
        return one_line(node.label)
    many = node.properties[GATHERED]
    return f"{node.label}: {many if isinstance(many, int) else len(many)} gathered into one"


def _properties(node: GraphNode, model: Model) -> list[str]:
    known = model.find_label(node.label)
    shown = [(p.name, node.properties.get(p.name)) for p in known.properties if p.kind in SHOWN] if known else []
    return [f"{name.replace('_', ' ')}: {_value(value)}" for name, value in shown if value is not None]


def _value(value: Value) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return one_line(value, LENGTH).replace("_", " ")
