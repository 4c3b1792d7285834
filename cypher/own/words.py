"""The words that an editor of statements may offer: Cypher's own that pass the guard, and the names of a model."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cypher.guard.calls import DOTTED, FUNCTIONS, PROCEDURES
from cypher.model import Model, NodeType, Property, RelationshipType

CLAUSES = (
    "MATCH", "OPTIONAL MATCH", "WHERE", "WITH", "RETURN", "ORDER BY", "SKIP", "LIMIT", "UNWIND", "UNION", "UNION ALL",
    "CALL", "YIELD", "DISTINCT", "AS", "ASC", "DESC", "AND", "OR", "XOR", "NOT", "IN", "IS NULL", "IS NOT NULL",
    "STARTS WITH", "ENDS WITH", "CONTAINS", "CASE", "WHEN", "THEN", "ELSE", "END", "EXISTS", "COLLECT", "COUNT",
    "TRUE", "FALSE", "NULL", *(f"SHOW {what}" for what in ("INDEXES", "CONSTRAINTS", "FUNCTIONS", "PROCEDURES")),
    "EXPLAIN", "PROFILE",
)  # fmt: skip
"""Clauses, operators and the other fixed words of a statement that reads."""


@dataclass(frozen=True)
class PropertyWord:
    """A property: what it means, the labels and types that have it so, and the values that it may have.

    `of`: none named where every node and relationship has it. `terms`: none named where it may hold anything.
    """

    name: str
    says: str
    of: tuple[str, ...]
    terms: tuple[str, ...] = ()


@dataclass(frozen=True)
class NameWord:
    """A label or a relationship type, with what it means."""

    name: str
    says: str


@dataclass(frozen=True)
class Words:
    """All that is offered while a statement is written; functions as they are written, without brackets."""

    labels: tuple[NameWord, ...]
    types: tuple[NameWord, ...]
    properties: tuple[PropertyWord, ...]
    clauses: tuple[str, ...]
    functions: tuple[str, ...]
    procedures: tuple[str, ...]


def list_words(model: Model) -> Words:
    """The words for a graph of that model, names in order of the alphabet."""
    return Words(
        labels=tuple(NameWord(n.label, n.meaning) for n in sorted(model.labels, key=_name)),
        types=tuple(NameWord(r.name, _say_type(r)) for r in sorted(model.relationship_types, key=_name)),
        properties=tuple(_list_properties(model)),
        clauses=CLAUSES,
        functions=tuple(sorted(FUNCTIONS | DOTTED, key=str.lower)),
        procedures=tuple(sorted(PROCEDURES)),
    )


def _name(declared: NodeType | RelationshipType) -> str:
    return (declared.label if isinstance(declared, NodeType) else declared.name).lower()


def _say_type(declared: RelationshipType) -> str:
    """Between what it is, and its meaning."""
    ends = f"{_join(declared.starts)} → {_join(declared.ends)}" if declared.starts and declared.ends else ""
    return ": ".join(part for part in (ends, declared.meaning) if part)


def _join(labels: Iterable[str]) -> str:
    return ", ".join(labels)


def _list_properties(model: Model) -> Iterator[PropertyWord]:
    """Each property once for what it means: where labels mean other things by a name, it is there for each of these."""
    owners: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for owner, declared in _owned(model):
        owners.setdefault((declared.name, declared.meaning, declared.terms), []).append(owner)
    every = dict.fromkeys((p.name, p.meaning, p.terms) for p in (*model.shared, *model.managed))
    for name, says, terms in sorted({**owners, **every}):
        of = () if (name, says, terms) in every else tuple(owners[name, says, terms])
        yield PropertyWord(name, says, of, terms)


def _owned(model: Model) -> Iterator[tuple[str, Property]]:
    for label in model.labels:
        yield from ((label.label, p) for p in label.properties)
    for type_ in model.relationship_types:
        yield from ((type_.name, p) for p in type_.properties)
