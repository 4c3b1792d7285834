"""A model as tables for the terminal, and as a document."""

from collections.abc import Iterable, Iterator
from typing import Any

from cypher.model import Family, Model, NodeType, Property, RelationshipType
from cypher.model.extension import Narrower
from cypher.model.narrower import Words
from cypher.results import Table

OWN = "of the set"
LABELS = ("label", "ids", "part", "meaning", "whose")
TYPES = ("type", "from", "to", "roles", "walked", "meaning", "whose")
WORDS = ("word", "of", "is", "and", "meaning")
PROPERTIES = ("of", "property", "holds", "needed", "meaning", "terms")


def as_tables(model: Model) -> Iterator[tuple[str, Table]]:
    """Labels, relationship types and properties, each with a title."""
    labels = _labels(model)
    yield "Labels", Table(LABELS, tuple(_label_row(n, model) for n in labels), leading=2)
    yield "Relationship types", Table(TYPES, tuple(_type_row(r, model) for r in model.relationship_types), leading=3)
    rows = [row for n in labels for row in _property_rows(n.label, n.properties)]
    rows += [row for r in model.relationship_types for row in _property_rows(r.name, r.properties)]
    shared = list(_property_rows("all", model.shared))
    yield "Properties", Table(PROPERTIES, (*shared, *rows), leading=3)
    if model.words:
        yield "Words of the set", Table(WORDS, tuple(_word_rows(model.words)), leading=3)


def as_json(model: Model) -> dict[str, Any]:
    """The same as a document."""
    return {
        "labels": [_label_json(n, model) for n in _labels(model)],
        "relationship_types": [_type_json(r, model) for r in model.relationship_types],
        "properties": [_property_json(p) for p in model.shared],
        "words": [dict(zip(WORDS, row, strict=True)) for row in _word_rows(model.words)],
    }


def _word_rows(words: Words) -> Iterator[tuple[str | None, ...]]:
    """Each word of a set that is narrower than ours, with what it is read as and what it says besides."""
    for label in words.labels.values():
        yield label.label, "a label", label.broader, _say_besides(label), label.meaning
    for name, entries in words.types.items():
        for entry in entries:
            of = f"a relationship type from {', '.join(entry.starts)}" if entry.starts else "a relationship type"
            yield name, of, entry.broader, _say_besides(entry), entry.meaning
    for owner, by_property in words.terms.items():
        for property_, terms in by_property.items():
            for term, entry in terms.items():
                yield term, f"a term of {owner}.{property_}", entry.broader, _say_besides(entry), entry.meaning
    for owner, fields in words.fields.items():
        for written, name in fields.items():
            yield written, f"a field of {owner}", name, None, None


def _say_besides(entry: Narrower) -> str | None:
    """What a word says beside what it is read as."""
    said = [f"role: {entry.role}"] if entry.role else []
    said += ["from the end to the start"] if entry.turned else []
    said += [f"{name}: {value}" for name, value in entry.fills.items()]
    said += [f"{written} is {name}" for written, name in entry.fields.items()]
    return ", ".join(said) or None


def _labels(model: Model) -> list[NodeType]:
    return [n for n in model.labels if n.family is not Family.BOOKKEEPING]


def _whose(name: str, model: Model) -> str | None:
    return OWN if name in model.added else None


def _label_row(n: NodeType, model: Model) -> tuple[str | None, ...]:
    return n.label, f"{n.kind}/…", str(n.family), n.meaning, _whose(n.label, model)


def _type_row(r: RelationshipType, model: Model) -> tuple[str | None, ...]:
    walked = "by paths" if r.walkable else None
    ends = ", ".join(r.starts), ", ".join(r.ends)
    return r.name, *ends, ", ".join(r.roles), walked, r.meaning, _whose(r.name, model)


def _property_rows(owner: str, properties: Iterable[Property]) -> Iterator[tuple[str | None, ...]]:
    for p in properties:
        yield owner, p.name, str(p.kind), "yes" if p.required else None, p.meaning, ", ".join(p.terms) or None


def _label_json(n: NodeType, model: Model) -> dict[str, Any]:
    return {
        "label": n.label, "kind": n.kind, "plural": n.plural, "family": n.family, "meaning": n.meaning,
        "own": n.label in model.added, "colour": n.colour, "shape": n.shape,
        "properties": [_property_json(p) for p in n.properties],
    }  # fmt: skip


def _type_json(r: RelationshipType, model: Model) -> dict[str, Any]:
    return {
        "type": r.name, "reads": r.reads, "from": r.starts, "to": r.ends, "roles": r.roles, "meaning": r.meaning,
        "walkable": r.walkable, "own": r.name in model.added, "properties": [_property_json(p) for p in r.properties],
    }  # fmt: skip


def _property_json(p: Property) -> dict[str, Any]:
    terms = [str(term) for term in p.terms]
    return {"name": p.name, "holds": p.kind, "required": p.required, "meaning": p.meaning, "terms": terms}
