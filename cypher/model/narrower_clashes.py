"""Why a model cannot take a set's word for something narrower: what it is read as must be there, and fit."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cypher.model.built_in import PROPERTY, TYPE
from cypher.model.declarations import Property, PropertyKind
from cypher.model.extension import Extension, Narrower, OwnProperty
from cypher.model.model import Model
from cypher.model.narrower import LABEL, ROLE, TYPE_, keeps, split_of
from cypher.model.own_names import LONGEST, Clash, Path, squeeze, wrong_label
from cypher.model.own_properties import EVIDENCE, FORMERLY, OF_RECORDS
from cypher.model.properties import AMOUNT, FORMER_NAMES
from ledger.nearest import nearest

BY_ID = ("Country", "Agency", "Company", "Deal")
"""Labels that sums and checks of money tell by how ids begin."""
CLAIM, FIGURE = "Claim", "amount"
OF_CLAIMS = ("by", "key", "topic", "stage", "date", "rank", "stance", "reason", "changes", "own")
"""Fields that claims, steps and readings have, which nothing else may be called there."""
LINK_ENDS = ("from", "to")
HISTORY, STAGED = "history", {"stage", "instrument"}
"""Only what has stages has a history of them: records of other labels may call something else so."""
SORTS = ("label", "relationship_type", "term", "field")
ROUGH = tuple(p.name for p in (*AMOUNT, *FORMER_NAMES))
"""Properties that a record writes in a form of their own."""
OWN_FIELDS = {
    "label": ("fills", "fields"),
    "relationship_type": ("role", "turned", "starts", "fills", "fields"),
    "term": ("of", "fills", "fields"),
    "field": ("of",),
}
"""What may stand beside each sort of word."""


@dataclass(frozen=True)
class Owner:
    """A label or type with what its things have: by property its terms, None where it has none."""

    name: str
    properties: Mapping[str, tuple[str, ...] | None]
    own: frozenset[str]
    """Those of its properties that the set declares."""
    is_label: bool

    @property
    def has_amount(self) -> bool:
        """Whether a record of it writes a figure as `amount`."""
        return "amount_value" in self.properties


def wrong_narrower(entry: Narrower, path: Path, model: Model, extension: Extension) -> Iterator[Clash]:
    """What keeps one narrower word from being taken."""
    sorts = [name for name in SORTS if getattr(entry, name)]
    if len(sorts) != 1:
        what = f"names {' and '.join(sorts)}" if sorts else "does not name the word of the set"
        yield Clash(path, what, f"write one of {', '.join(f'`{name}:`' for name in SORTS)} in each entry")
        return
    for name in ("of", "role", "turned", "starts", "fills", "fields"):
        if getattr(entry, name) and name not in OWN_FIELDS[sorts[0]]:
            written = "from" if name == "starts" else name
            yield Clash((*path, written), f"is nothing that a {sorts[0]} has", "take it out")
    if entry.label:
        yield from _wrong_label(entry, entry.label, path, model, extension)
    elif entry.relationship_type:
        yield from _wrong_type(entry, entry.relationship_type, path, model, extension)
    else:
        yield from _wrong_of(entry, path, model, extension)


def _wrong_label(entry: Narrower, name: str, path: Path, model: Model, extension: Extension) -> Iterator[Clash]:
    yield from wrong_label(name, (*path, "label"), model)
    known = [label for label in model.fact_labels if label not in BY_ID]
    if entry.broader in BY_ID:
        what = f"ids of a {entry.broader} start with its own kind, by which sums and checks tell it"
        yield Clash((*path, "is"), what, "declare a label of your own, or write the ids so")
    elif entry.broader not in known:
        yield _unknown(entry.broader, "label", (*path, "is"), known)
    else:
        yield from _wrong_details(entry, path, _owner(entry.broader, model, extension), LABEL)


def _wrong_type(entry: Narrower, name: str, path: Path, model: Model, extension: Extension) -> Iterator[Clash]:
    yield from _wrong_type_name(entry, name, (*path, "relationship_type"), model)
    yield from _read_twice(entry, path, extension)
    found = _ends(entry.broader, model, extension)
    if found is None:
        known = [r.name for r in model.relationship_types if r.needs_evidence]
        known += [own.name for own in extension.relationship_types]
        yield _unknown(entry.broader, "relationship type", (*path, "is"), known)
        return
    starts = found[1] if entry.turned else found[0]
    for at, label in enumerate(entry.starts):
        if label not in starts:
            way = "to" if entry.turned else "from"
            what = f"{entry.broader} does not go {way} '{label}'"
            yield Clash((*path, "from", at), what, f"use one of {', '.join(starts)}")
    owner = _owner(entry.broader, model, extension)
    roles = owner.properties[ROLE] or ()
    if entry.role is not None and entry.role not in roles:
        yield Clash((*path, "role"), f"'{entry.role}' is no role of {entry.broader}", f"use one of {', '.join(roles)}")
    yield from _wrong_details(entry, path, owner, TYPE_)


def _wrong_type_name(entry: Narrower, name: str, path: Path, model: Model) -> Iterator[Clash]:
    """What keeps a word for a type from being one; it never stands in Cypher.

    A name that is built in may be read otherwise where the built-in one does not go from, so that it never meant that.
    """
    if not TYPE.fullmatch(name) or len(name) > LONGEST:
        yield Clash(path, f"'{name}' is no name of a relationship type", "write capitals and low lines")
        return
    taken = next((taken for taken in sorted(model.names) if squeeze(taken) == squeeze(name)), None)
    declared = model.find_relationship_type(taken or "")
    if taken and (declared is None or taken != name or not declared.needs_evidence):
        yield Clash(path, f"'{name}' is built in, {taken}", "take another")
    elif declared and (not entry.starts or {*entry.starts} & {*declared.starts}):
        remedy = f"say from which other labels it is read so as `from`: {name} goes from {', '.join(declared.starts)}"
        yield Clash(path, f"'{name}' is a relationship type that is built in", remedy)


def _ends(name: str, model: Model, extension: Extension) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The labels from and to which a type goes, with what the set adds to it; None where there is no such type."""
    declared = model.find_relationship_type(name)
    ends = [(declared.starts, declared.ends)] if declared and declared.needs_evidence else []
    ends += [(own.starts, own.ends) for own in extension.relationship_types if own.name == name]
    ends += [(more.starts, more.ends) for more in extension.extend if more.relationship_type == name and ends]
    starts = tuple(label for pair in ends for label in pair[0])
    return (starts, tuple(label for pair in ends for label in pair[1])) if ends else None


def _read_twice(entry: Narrower, path: Path, extension: Extension) -> Iterator[Clash]:
    """A type that is read as two things from one label."""
    for other in extension.narrower[: int(str(path[1]))]:
        is_same = other.relationship_type == entry.relationship_type
        if is_same and (not other.starts or not entry.starts or {*other.starts} & {*entry.starts}):
            what = f"'{entry.relationship_type}' stands twice"
            remedy = "make the two one entry, or give each other labels as `from`"
            yield Clash((*path, "relationship_type"), what, remedy)
            return


def _wrong_of(entry: Narrower, path: Path, model: Model, extension: Extension) -> Iterator[Clash]:
    """What is wrong with a term or a field, which are of a label or type."""
    name, property_ = split_of(entry.of or "")
    of_facts = [*model.fact_labels, *(r.name for r in model.relationship_types if r.needs_evidence)]
    known = [*of_facts, *(o.label for o in extension.labels), *(o.name for o in extension.relationship_types)]
    known += [CLAIM] if entry.field else []
    form = "write `of: Deal.stage` or `of: OWNS.role`" if entry.term else "write `of: Deal` or `of: OWNS`"
    if not entry.of or bool(property_) != bool(entry.term):
        yield Clash((*path, "of"), "does not say whose word it is", form)
    elif name not in known:
        yield _unknown(name, "label or relationship type", (*path, "of"), known)
    elif entry.term:
        yield from _wrong_term(entry, entry.term, path, _owner(name, model, extension), property_, extension)
    elif entry.field:
        owner = _owner(name, model, extension)
        if entry.field in owner.properties:
            what = f"{name} has a property '{entry.field}', which records write so"
            yield Clash((*path, "field"), what, "take the entry out")
        yield from _wrong_field(entry.field, entry.broader, (*path, "field"), (*path, "is"), owner)


def _wrong_term(
    entry: Narrower, term: str, path: Path, owner: Owner, property_: str, extension: Extension
) -> Iterator[Clash]:
    terms = owner.properties.get(property_)
    before = extension.narrower[: int(str(path[1]))]
    if not terms:
        with_terms = [name for name, terms in owner.properties.items() if terms]
        yield _unknown(property_, f"property with terms of {owner.name}", (*path, "of"), with_terms)
        return
    if term in terms:
        yield Clash((*path, "term"), f"'{term}' is a term of {entry.of} already", "take the entry out")
    elif any(e.term == term and e.of == entry.of for e in before):
        yield Clash((*path, "term"), f"'{term}' stands twice for {entry.of}", "make the two one entry")
    elif term != term.strip() or len(term) > LONGEST or not term.isprintable():
        yield Clash((*path, "term"), "is no word that a record may have", "write a short word on one line")
    if entry.broader not in terms:
        yield _unknown(entry.broader, f"term of {entry.of}", (*path, "is"), terms)
    if property_ in entry.fills:
        yield Clash((*path, "fills", property_), "is what the word itself says", "take it out")
    yield from _wrong_details(entry, path, owner, property_)


def _wrong_details(entry: Narrower, path: Path, owner: Owner, what: str) -> Iterator[Clash]:
    """What a word fills and calls otherwise, and the property that keeps it."""
    if keeps(what) in owner.own:
        name = f"'{keeps(what)}' of {owner.name} keeps the set's own words"
        yield Clash(path, name, "call the property otherwise that you declare by that name")
    for name, value in entry.fills.items():
        at = (*path, "fills", name)
        terms = owner.properties.get(name)
        if name not in owner.properties or name in (*ROUGH, ROLE):
            fillable = [known for known in owner.properties if known not in (*ROUGH, ROLE)]
            yield _unknown(name, f"property of {owner.name}", at, fillable)
        elif terms and value not in terms:
            yield _unknown(value, f"term of {owner.name}.{name}", at, terms)
    for written, name in entry.fields.items():
        yield from _wrong_field(written, name, (*path, "fields", written), (*path, "fields", written), owner)


def _wrong_field(written: str, name: str, at: Path, at_name: Path, owner: Owner) -> Iterator[Clash]:
    """What is wrong with a name that records have for a property of an owner."""
    is_figure = written == FIGURE
    if not PROPERTY.fullmatch(written) or len(written) > LONGEST or written.endswith(EVIDENCE):
        yield Clash(at, f"'{written}' is no name of a field", "write small letters, digits and low lines")
    elif written in _list_taken(owner):
        yield Clash(at, f"every record has '{written}' already", "take the entry out")
    elif owner.name == CLAIM and written in OF_CLAIMS:
        yield Clash(at, f"claims, steps or readings have '{written}' already", "take the entry out")
    if name == FIGURE and owner.has_amount and not is_figure:
        return
    if name not in owner.properties or name in (*ROUGH, ROLE):
        own = [known for known in owner.properties if known not in (*ROUGH, ROLE)]
        yield _unknown(name, f"property of {owner.name}", at_name, [*own, *([FIGURE] if owner.has_amount else [])])
    elif is_figure and name not in owner.own:
        what = f"a figure that is none of a deal's is no {name}"
        yield Clash(at_name, what, "declare a property of your own for it, which holds a text and is never added")


def _list_taken(owner: Owner) -> tuple[str, ...]:
    """Fields that records have in any case: not those of links in a node's, nor a history without stages."""
    free = (*LINK_ENDS, *(() if owner.properties.keys() >= STAGED else (HISTORY,))) if owner.is_label else ()
    return (*FORMERLY, *(name for name in OF_RECORDS if name != FIGURE and name not in free), "id", "name")


def _owner(name: str, model: Model, extension: Extension) -> Owner:
    """A label or type with its properties and terms, those of the set among them."""
    more = [e for e in extension.extend if name in (e.label, e.relationship_type)]
    found: dict[str, tuple[str, ...] | None] = {}
    added: list[OwnProperty] = [p for entry in more for p in entry.properties]
    if label := model.find_label(name):
        found |= _terms_of(label.properties)
    elif type_ := model.find_relationship_type(name):
        found |= {ROLE: (*type_.roles, *(r for entry in more for r in entry.roles))} | _terms_of(type_.properties)
    for own in extension.labels:
        if own.label == name:
            found |= {"name": None, "also_named": None} | ({"kind": own.kinds} if own.kinds else {})
            added += own.properties
    for own_type in extension.relationship_types:
        if own_type.name == name:
            found[ROLE] = own_type.roles
            added += own_type.properties
    for entry in more:
        for property_, terms in (*entry.terms.items(), *([("kind", entry.kinds)] if entry.kinds else [])):
            found[property_] = (*(found.get(property_) or ()), *terms)
    own_names = frozenset(p.name for p in added if p.name not in found)
    properties = found | {p.name: p.terms for p in added}
    return Owner(name, properties, own_names, is_label=ROLE not in found)


def _terms_of(properties: Iterable[Property]) -> dict[str, tuple[str, ...] | None]:
    return {p.name: tuple(map(str, p.terms)) if p.kind is PropertyKind.TERM else None for p in properties}


def _unknown(name: str, what: str, path: Path, known: Iterable[str]) -> Clash:
    known = tuple(known)
    near = nearest(name, known)
    return Clash(path, f"there is no {what} '{name}'", f"did you mean {near}?" if near else f"use {', '.join(known)}")
