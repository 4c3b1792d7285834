"""One node or relationship held against the model, its values turned from text to what they hold."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from cypher.model import Family, Model, NodeType, Property, PropertyKind, RelationshipType, UnknownTerm
from cypher.model.properties import SHARED
from cypher.results import Value
from ledger.deals import Stage
from ledger.evidence import Basis
from ledger.ids import BadId, check_node_id, is_key
from ledger.text import with_article
from loader.check.coordinates import misplaced
from loader.check.or_declare import or_declare_label, or_declare_property, or_declare_term, or_declare_type
from loader.check.periods import ended_too_soon
from loader.check.said_otherwise import A_MEASURE_IS, OF_MEASURES, find_other_field, find_other_words
from loader.check.stakes import impossible_share
from loader.check.values import Misfit, read_boolean, read_date, read_decimal, read_per_cent, read_whole
from loader.records import Link, Node, Problem
from loader.written_names import WRITTEN_AS, list_written_names

OPPOSITES = {
    "indirect": "ultimate",
    "political_risk_insurance": "insurance",
    "prepayment": "financing",
    "disbursed": "drawn",
    "terminated": "cancelled",
    "revoked": "cancelled",
    "defaulted": "in_default",
}
"""Terms that look like one and mean another, or like none and mean one."""
BY_LINK = {"superseded": "SUPERSEDES", "replaced": "SUPERSEDES", "amended": "AMENDS", "extended": "EXTENDS"}
"""Words for a stage that are said by a link of what came after."""

ROLE = Property("role", "how the start stands to the end")
FIELDS_OF_A_RECORD = ("says", "evidence", "evidence_for", "basis", "links", "claims", "amount")


def typed_node(node: Node, model: Model) -> tuple[Node, list[Problem]]:
    """The node with its label and typed values, and what is wrong with it."""
    try:
        check_node_id(node.id)
        declared = model.label_of_id(node.id)
    except (BadId, UnknownTerm) as error:
        return node, [Problem(node.place_of("id"), "id", str(error), _mended_id(node.id, model))]
    properties, problems = _typed(node, _by_name(declared), with_article(declared.label), model)
    if declared.family is Family.BOOKKEEPING:
        what = f"{with_article(declared.label)} is written by the loader"
        problems.append(Problem(node.place_of("id"), "id", what, "leave the record out"))
    problems += [*ended_too_soon(node, properties), *misplaced(node, properties)]
    problems += _speaks(node) if declared.family is not Family.EVIDENCE else []
    if declared.family is not Family.EVIDENCE or declared.label == "Claim":
        problems += _needs_evidence(node, properties, node.id)
    typed = {"id": node.id} | properties
    return Node(node.id, declared.label, typed, node.citations, node.where, node.lines), problems


def typed_link(link: Link, model: Model) -> tuple[Link, list[Problem]]:
    """The relationship with typed values, and what is wrong with it by itself (not with its ends)."""
    try:
        declared = model.relationship_type(link.type)
    except UnknownTerm as error:
        remedy = _type_instead(link.type, model)
        return link, [Problem(link.place_of("type"), "type", str(error), remedy)]
    properties, problems = _typed(link, _by_name(declared), declared.name, model)
    misplaced_ends = list(_ends_fit(link, declared, model))
    if link.role not in (declared.roles or ("",)) and not misplaced_ends:
        what = f"'{link.role}' is no role of {link.type}" if link.role else f"{link.type} names no role"
        remedy = _choice(link.role, declared.roles) if declared.roles else f"leave it out: {link.type} has no roles"
        problems.append(Problem(link.place_of("role"), f"{link.type}.role", what, remedy))
    if link.key and not is_key(link.key):
        what = f"'{link.key}' is no key of {link.type}"
        remedy = "write one word of letters, digits, dots and dashes, such as 2024"
        problems.append(Problem(link.place_of("key"), f"{link.type}.key", what, remedy))
    problems += [*misplaced_ends, *ended_too_soon(link, properties), *impossible_share(link, properties)]
    if declared.needs_evidence and not link.inherits:
        problems += _needs_evidence(link, properties, link.id)
    typed = {"id": link.id} | properties
    names, rest = (link.type, link.start, link.end, link.role), (link.key, link.inherits)
    return Link(*names, typed, link.citations, link.where, link.lines, *rest), problems


def _type_instead(type_: str, model: Model) -> str:
    """What may be written instead of a type that there is not."""
    if other := find_other_words(type_):
        return other
    near = _near(type_, [r.name for r in model.relationship_types])
    return f"did you mean {near}?" if near else f"use one of them (docs/model.md){or_declare_type(type_, model)}"


def _ends_fit(link: Link, declared: RelationshipType, model: Model) -> Iterable[Problem]:
    for end, labels, side in ((link.start, declared.starts, "from"), (link.end, declared.ends, "to")):
        try:
            check_node_id(end)
            label = model.label_of_id(end).label
        except (BadId, UnknownTerm) as error:
            yield Problem(link.place_of(end), f"{link.type}.{side}", str(error), _mended_id(end, model))
            continue
        if label not in labels:
            what = f"{end} is {with_article(label)}, and {link.type} does not go {side} one"
            remedy = f"use one of {', '.join(labels)}, or turn it round"
            yield Problem(link.place_of(end), f"{link.type}.{side}", what, remedy)


@cache
def _by_name(declared: NodeType | RelationshipType) -> dict[str, Property]:
    """What a label or type has, by names; declarations never change, so each is laid out once."""
    before = (ROLE,) if isinstance(declared, RelationshipType) else ()
    return {p.name: p for p in (*before, *declared.properties, *SHARED)}


def typed_fields(item: Node | Link, model: Model) -> tuple[dict[str, Value], list[Problem]]:
    """Some fields of a node or relationship with typed values, and what is wrong with these: others may be missing."""
    try:
        declared = model.label_of_id(item.id) if isinstance(item, Node) else model.relationship_type(item.type)
    except UnknownTerm:
        return {}, []
    owner = with_article(declared.label) if isinstance(declared, NodeType) else declared.name
    return _hold_fields(item, _by_name(declared), owner, model)


def _typed(
    item: Node | Link, by_name: Mapping[str, Property], owner: str, model: Model
) -> tuple[dict[str, Value], list[Problem]]:
    typed, problems = _hold_fields(item, by_name, owner, model)
    for name, known in by_name.items():
        if known.required and name not in item.properties and name != "id":
            problems.append(Problem(item.where, name, f"is missing in {item.id}", f"{owner} needs it: {known.meaning}"))
    return typed, problems


def _hold_fields(
    item: Node | Link, by_name: Mapping[str, Property], owner: str, model: Model
) -> tuple[dict[str, Value], list[Problem]]:
    problems, typed = [], {}
    for name, value in item.properties.items():
        known = by_name.get(name) or _narrowed(name, by_name)
        if known is None:
            what = f"{owner} has no property '{name}'"
            written = list_written_names(n for n, p in by_name.items() if not p.keeps_word)
            near = _near(name, (*written, *FIELDS_OF_A_RECORD))
            others = f"it has {', '.join(written)}{or_declare_property(name, model)}"
            remedy = find_other_field(name, by_name) or (f"did you mean `{near}`?" if near else others)
            problems.append(Problem(item.place_of(name), name, what, remedy))
            continue
        try:
            typed[name] = _hold(known, value)
        except Misfit as error:
            field = WRITTEN_AS.get(name, name)
            remedy = error.remedy + (or_declare_term(name, str(value), owner) if known.terms else "")
            problems.append(Problem(item.place_of(name), field, f"{error.what} in {item.id}", remedy))
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
            return read_whole(value)
        case PropertyKind.DECIMAL:
            return read_per_cent(value) if declared.in_per_cent else read_decimal(value)
        case PropertyKind.BOOLEAN:
            return read_boolean(value)
        case PropertyKind.DATE:
            return read_date(value)
        case PropertyKind.TERM if value not in declared.terms:
            raise Misfit(f"'{value}' is none of its terms", _choice(value, declared.terms))
    return value


def _speaks(node: Node) -> list[Problem]:
    """Names that nobody could read out: without a letter, or over several lines."""
    names = [("name", node.properties.get("name"))]
    for several in ("also_named", "former_names"):
        listed = node.properties.get(several)
        names += [(several, n) for n in (listed if isinstance(listed, list) else ())]
    found = []
    for field, name in names:
        if isinstance(name, str) and name.strip() and (not any(c.isalnum() for c in name) or "\n" in name.strip()):
            remedy = "write the name that a source uses, on one line"
            found.append(Problem(node.place_of(field), field, f"'{name}' of {node.id} is no name", remedy))
    return found


def _needs_evidence(item: Node | Link, properties: Mapping[str, Value], subject: str) -> list[Problem]:
    if item.citations or properties.get("basis") == Basis.OURS:
        return []
    return [
        Problem(
            item.place_of("evidence"), "evidence", f"{subject} cites no passage",
            "cite source:line, or mark it `basis: ours`",
        )
    ]  # fmt: skip


def _choice(given: str, terms: Iterable[str]) -> str:
    """What may be written instead of a term that there is not."""
    terms = tuple(terms)
    if given in BY_LINK and Stage.SIGNED in terms:
        return f"leave it as far as it had come, and say {BY_LINK[given]} from the deal that did so"
    near = OPPOSITES[given] if OPPOSITES.get(given) in terms else _near(given, terms)
    return f"did you mean {near}? There is {', '.join(terms)}" if near else f"use one of {', '.join(terms)}"


def _near(given: str, known: Iterable[str]) -> str | None:
    """The one of some words that is most likely meant, whatever its case."""
    by_small = {word.lower(): word for word in known}
    found = get_close_matches(given[:80].lower().replace("-", "_"), by_small, n=1, cutoff=0.7)
    return by_small[found[0]] if found else None


def _mended_id(text: str, model: Model) -> str:
    """What to do about a text that is no id: the id that it would be without accents, blanks and signs."""
    plain = unicodedata.normalize("NFKD", text[:200]).encode("ascii", "ignore").decode("ascii")
    kind, _, name = plain.partition("/")
    if OF_MEASURES.search(kind) and model.find_label_of_id(text) is None:
        return A_MEASURE_IS
    kind = _near(kind.strip(), [n.kind for n in model.labels]) or kind.strip()
    name = re.sub(r"[^A-Za-z0-9._/-]+", "-", name).strip("-/._")
    mended = f"{kind}/{name}"
    try:
        model.label_of_id(check_node_id(mended))
    except (BadId, UnknownTerm):
        return f"correct the id{or_declare_label(text, model)}"
    return f"write {mended}" if mended != text else "correct the id"
