"""One node or relationship held against the vocabulary, its values turned from text to what they hold."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from cypher.results import Value
from cypher.vocabulary import (
    SHARED,
    Property,
    PropertyKind,
    UnknownTerm,
    node_type,
    node_type_of,
    relationship_type,
)
from cypher.vocabulary.types import Family
from ledger.dates import BadDate, check_date
from ledger.evidence import Basis
from ledger.ids import BadId, check_node_id
from loader.records import Link, Node, Problem

ROLE = Property("role", "how the start stands to the end")


class Misfit(ValueError):
    """A value that its property cannot hold."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


def typed_node(node: Node) -> tuple[Node, list[Problem]]:
    """The node with its label and typed values, and what is wrong with it."""
    try:
        check_node_id(node.id)
        declared = node_type_of(node.id)
    except (BadId, UnknownTerm) as error:
        return node, [Problem(node.where, "id", str(error), "correct the id")]
    properties, problems = _typed(node, (*declared.properties, *SHARED), f"a {declared.label}")
    if declared.family is Family.BOOKKEEPING:
        problems.append(
            Problem(node.where, "id", f"a {declared.label} is written by the loader", "leave the record out")
        )
    if declared.family is not Family.EVIDENCE or declared.label == "Claim":
        problems += _needs_evidence(node, properties, node.id)
    return replace(node, label=declared.label, properties={"id": node.id} | properties), problems


def typed_link(link: Link) -> tuple[Link, list[Problem]]:
    """The relationship with typed values, and what is wrong with it by itself (not with its ends)."""
    try:
        declared = relationship_type(link.type)
    except UnknownTerm as error:
        return link, [Problem(link.where, "type", str(error), "correct the type")]
    properties, problems = _typed(link, (ROLE, *declared.properties, *SHARED), declared.name)
    if link.role not in declared.roles:
        what = f"'{link.role}' is no role of {link.type}" if link.role else f"{link.type} has no role"
        problems.append(Problem(link.where, f"{link.type}.role", what, f"use one of {', '.join(declared.roles)}"))
    problems += _ends_fit(link)
    if declared.needs_evidence:
        problems += _needs_evidence(link, properties, link.id)
    return replace(link, properties={"id": link.id} | properties), problems


def _ends_fit(link: Link) -> Iterable[Problem]:
    declared = relationship_type(link.type)
    for end, labels, side in ((link.start, declared.starts, "from"), (link.end, declared.ends, "to")):
        try:
            label = node_type_of(end).label
        except UnknownTerm as error:
            yield Problem(link.where, f"{link.type}.{side}", str(error), "correct the id")
            continue
        if label not in labels:
            what = f"{end} is a {label}, and {link.type} does not go {side} one"
            yield Problem(link.where, f"{link.type}.{side}", what, f"use one of {', '.join(labels)}, or turn it round")


def _typed(item: Node | Link, declared: Iterable[Property], owner: str) -> tuple[dict[str, Value], list[Problem]]:
    by_name = {p.name: p for p in declared}
    problems, typed = [], {}
    for name, value in item.properties.items():
        known = by_name.get(name) or _narrowed(name, by_name)
        if known is None:
            what = f"{owner} has no property '{name}'"
            problems.append(Problem(item.where, name, what, f"it has {', '.join(p for p in by_name if p != 'id')}"))
            continue
        try:
            typed[name] = _hold(known, value)
        except Misfit as error:
            problems.append(Problem(item.where, name, f"{error.what} in {item.id}", error.remedy))
    for name, known in by_name.items():
        if known.required and name not in item.properties and name != "id":
            problems.append(Problem(item.where, name, f"is missing in {item.id}", f"{owner} needs it: {known.meaning}"))
    return typed, problems


def _narrowed(name: str, by_name: Mapping[str, Property]) -> Property | None:
    """`<property>_evidence` names the fewer passages that speak for one property."""
    stem = name.removesuffix("_evidence")
    known = stem in by_name or f"{stem}_value" in by_name
    return Property(name, "passages for one property", PropertyKind.TEXT_LIST) if stem != name and known else None


def _hold(declared: Property, value: Any) -> Value:
    if declared.kind is PropertyKind.TEXT_LIST:
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise Misfit("is not a list of texts", "write [a, b]")
        return value
    if not isinstance(value, str) or not value.strip():
        raise Misfit("is not a text", "write one value")
    match declared.kind:
        case PropertyKind.INTEGER:
            return _whole(value)
        case PropertyKind.DATE:
            return _date(value)
        case PropertyKind.TERM if value not in declared.terms:
            raise Misfit(f"'{value}' is none of its terms", f"use one of {', '.join(declared.terms)}")
    return value


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise Misfit(f"'{text}' is not a whole number", "write digits only") from None


def _date(text: str) -> str:
    try:
        return check_date(text)
    except BadDate as error:
        raise Misfit(str(error), "see docs/records.md") from None


def _needs_evidence(item: Node | Link, properties: Mapping[str, Value], subject: str) -> list[Problem]:
    if item.citations or properties.get("basis") == Basis.OURS:
        return []
    return [
        Problem(item.where, "evidence", f"{subject} cites no passage", "cite source:line, or mark it `basis: ours`")
    ]


def label_of(node_id: str) -> str:
    """The label of an id of a known kind."""
    return node_type(node_type_of(node_id).label).label
