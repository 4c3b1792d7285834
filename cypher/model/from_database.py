"""A model read from any database, by bounded samples and counts; never by looking at all nodes."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cypher.internal import statement
from cypher.model.declarations import Family, NodeType, Property, PropertyKind, RelationshipType, Seen
from cypher.model.model import Index, Model, words_of
from cypher.protocols import Reader
from cypher.results import Value
from cypher.text.quoting import UnquotableName, quote

MOST_NAMES = 500
CAPTIONS = ("name", "title", "label", "caption", "display_name", "full_name", "username", "id")
"""Properties that say what a thing is called, by lower case and with `_` for blanks, the best first."""
LONGEST_CAPTION = 120
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}([T ].*)?")


@dataclass(frozen=True)
class Bounds:
    """How much is looked at: nodes or relationships from which properties are gathered, and up to which is counted."""

    sample: int = 100
    count: int = 10_000


def read_model(graph: Reader, bounds: Bounds | None = None) -> Model:
    """What the labels, types, properties and indexes of a database are, as far as a sample of each shows.

    `seen` of each says how many there are and from how many its properties come; `notes` say what was left out.
    Raises whatever the graph raises.
    """
    bounds = bounds or Bounds()
    labels, missed_labels = _names(graph, "labels-of-a-database")
    types, missed_types = _names(graph, "types-of-a-database")
    return Model(
        tuple(_label(graph, name, bounds) for name in labels),
        tuple(_type(graph, name, bounds) for name in types),
        indexes=_indexes(graph),
        notes=(*_describe_missed(missed_labels, "label"), *_describe_missed(missed_types, "relationship type")),
    )


def _names(graph: Reader, which: str) -> tuple[list[str], list[str]]:
    """The names that are read, and those that are not: too many, or none that can stand in a statement."""
    every = [str(name) for (name,) in graph.rows(statement(which), {})]
    usable = [name for name in every if _is_usable(name)]
    return usable[:MOST_NAMES], [*usable[MOST_NAMES:], *(name for name in every if not _is_usable(name))]


def _is_usable(name: str) -> bool:
    try:
        quote(name)
    except UnquotableName:
        return False
    return True


def _describe_missed(names: list[str], what: str) -> tuple[str, ...]:
    if not names:
        return ()
    return (f"{len(names)} {what}{'' if len(names) == 1 else 's'} were not read, such as {names[0]!r}",)


def _label(graph: Reader, name: str, bounds: Bounds) -> NodeType:
    rows = graph.rows(statement("some-nodes-of-a-label", label=name), {"most": bounds.sample})
    sample = [node.properties for (node,) in rows]
    seen = _count_seen(graph, statement("count-nodes-of-a-label", label=name), len(sample), bounds)
    properties = _properties(sample)
    return NodeType(name, name, name, Family.FOREIGN, "", properties, _caption(sample, properties), seen)


def _type(graph: Reader, name: str, bounds: Bounds) -> RelationshipType:
    rows = graph.rows(statement("some-relationships-of-a-type", type=name), {"most": bounds.sample})
    seen = _count_seen(graph, statement("count-relationships-of-a-type", type=name), len(rows), bounds)
    properties = _properties([edge.properties for _, edge, _ in rows])
    starts, ends = _labels_in(row[0] for row in rows), _labels_in(row[2] for row in rows)
    return RelationshipType(
        name, words_of(name), starts, ends, (), "", walkable=True, properties=properties, seen=seen
    )  # fmt: skip


def _count_seen(graph: Reader, count: str, sampled: int, bounds: Bounds) -> Seen:
    """A sample that is not full is the whole: only then is nothing counted."""
    if sampled < bounds.sample:
        return Seen(sampled, True, sampled)
    counted = int(graph.rows(count, {"most": bounds.count + 1})[0][0])
    return Seen(min(counted, bounds.count), counted <= bounds.count, sampled)


def _labels_in(found: Iterable[Value]) -> tuple[str, ...]:
    return tuple(sorted({str(label) for labels in found for label in labels}))


def _properties(sample: Sequence[Mapping[str, Value]]) -> tuple[Property, ...]:
    """Every property of the sample, those that most have first; required is what all of them have."""
    often = Counter(name for one in sample for name in one)
    ordered = sorted(often, key=lambda name: (-often[name], name))
    return tuple(
        Property(name, "", _kind([one[name] for one in sample if name in one]), often[name] == len(sample))
        for name in ordered
    )


def _kind(values: list[Value]) -> PropertyKind:
    kinds = {kind_of_value(value) for value in values}
    return kinds.pop() if len(kinds) == 1 else PropertyKind.MIXED


def kind_of_value(value: Value) -> PropertyKind:
    """What sort of value it is; a whole date written as text counts as a date."""
    match value:
        case bool():
            return PropertyKind.BOOLEAN
        case int():
            return PropertyKind.INTEGER
        case float():
            return PropertyKind.DECIMAL
        case str():
            return PropertyKind.DATE if ISO_DATE.fullmatch(value) else PropertyKind.TEXT
        case list():
            return PropertyKind.TEXT_LIST if all(isinstance(v, str) for v in value) else PropertyKind.LIST
        case _:
            return PropertyKind.OTHER


def _caption(sample: Sequence[Mapping[str, Value]], properties: tuple[Property, ...]) -> str | None:
    """The property that most nodes can be called by: one named so, else a short text that tells them apart."""
    texts = [p.name for p in properties if p.kind is PropertyKind.TEXT and _is_common(p.name, sample)]
    named = {name.lower().replace(" ", "_"): name for name in texts}
    known = next((named[name] for name in CAPTIONS if name in named), None)
    return known or next((name for name in texts if _tells_apart(name, sample)), None)


def _is_common(name: str, sample: Sequence[Mapping[str, Value]]) -> bool:
    return 2 * sum(bool(one.get(name)) for one in sample) > len(sample)


def _tells_apart(name: str, sample: Sequence[Mapping[str, Value]]) -> bool:
    values = [str(one[name]) for one in sample if name in one]
    return max(map(len, values)) <= LONGEST_CAPTION and 2 * len(set(values)) > len(values)


def _indexes(graph: Reader) -> tuple[Index, ...]:
    rows = graph.rows(statement("indexes-of-a-database"), {})
    found = (
        Index(str(name), entity == "NODE", tuple(names), tuple(properties))
        for name, state, entity, names, properties in rows
        if state == "ONLINE" and names and properties
    )
    return tuple(sorted(found, key=lambda index: index.name))
