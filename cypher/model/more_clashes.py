"""What a data set adds to a label or relationship type that is built in: whether these may take it."""

from collections.abc import Iterator

from cypher.model.declarations import Family, NodeType, RelationshipType
from cypher.model.extension import Extension, More
from cypher.model.model import Model
from cypher.model.own_names import Clash, Path, built_in_too, wrong_terms
from cypher.model.own_properties import wrong_properties
from ledger.nearest import nearest

OPEN_TERMS = ("kind", "topic")
"""Properties whose terms a set may add to: no sum and no check depends on which there are."""
OF_SUMS = {
    "stage": "sums are kept apart by stage",
    "instrument": "sums are kept apart by the paper that a figure stands on",
    "whose_money": "sums are kept apart by whose money it is",
    "measured_as": "sums are kept apart by what a quantity was measured as",
    "amount_of": "sums are kept apart by what a quantity is of",
    "amount_period": "sums are kept apart by the time that a figure is of",
}
BETWEEN_DEALS = (("Deal",), ("Deal",))
"""The ends of types that sums follow, such as that of a part to its whole."""
ENDS_OF_DEALS = {"FUNDS": "to", "PARTY_TO": "to", "GOES_TO": "from"}
"""Where only a deal stands: figures are a deal's."""
ROLES_OF_SUMS = ("FUNDS", "GOES_TO")
OWN_FORM = ("Passage", "Dispute")
"""Labels whose records have no fields but their own."""


def wrong_more(more: More, path: Path, model: Model, extension: Extension) -> Iterator[Clash]:
    """What keeps one entry of `extend` from being taken."""
    if (more.label is None) == (more.relationship_type is None):
        what = "names both a label and a relationship type" if more.label else "does not name what it extends"
        yield Clash(path, what, "write `label:` or `relationship_type:`, one in each entry")
    elif more.label is not None:
        label = model.find_label(more.label)
        known = [n.label for n in model.labels if n.family is not Family.BOOKKEEPING]
        own = {o.label for o in extension.labels}
        yield from _of_label(more, label, path, model) if label else _unknown(more.label, (*path, "label"), known, own)
    elif more.relationship_type is not None:
        type_ = model.find_relationship_type(more.relationship_type)
        known = [r.name for r in model.relationship_types if r.needs_evidence]
        own, name = {o.name for o in extension.relationship_types}, more.relationship_type
        at = (*path, "relationship_type")
        yield from _of_type(more, type_, path, model, extension) if type_ else _unknown(name, at, known, own)


def wrong_ends(
    labels: tuple[str, ...], path: Path, model: Model, extension: Extension, there: tuple[str, ...] = ()
) -> Iterator[Clash]:
    """Labels that cannot stand at an end of a relationship type, which has those that are `there` already."""
    known = (*model.fact_labels, *(own.label for own in extension.labels))
    if not labels and not there:
        yield Clash(path, "is empty", "name one label at least")
    for at, label in enumerate(labels):
        if label in labels[:at]:
            yield Clash((*path, at), f"{label} is there already", "take it out")
        elif label in there:
            yield built_in_too(label, (*path, at))
        elif model.find_label(label) and label not in known:
            yield Clash((*path, at), f"{label} is of the evidence", "name a label that says something of the world")
        elif label not in known:
            yield Clash((*path, at), f"there is no label '{label}'", _instead(label, known))


def _of_label(more: More, declared: NodeType, path: Path, model: Model) -> Iterator[Clash]:
    if declared.family is Family.BOOKKEEPING or (more.properties and declared.label in OWN_FORM):
        yield Clash((*path, "label"), f"{declared.label} is written in a form of its own", "leave it as it is")
        return
    for side, given in (("from", more.starts), ("to", more.ends), ("roles", more.roles)):
        if given:
            yield Clash((*path, side), f"is nothing that a label has ({declared.label})", "take it out")
    yield from _wrong_terms(more, declared, path)
    yield from wrong_properties(more.properties, (*path, "properties"), model, declared.properties)


def _wrong_terms(more: More, declared: NodeType, path: Path) -> Iterator[Clash]:
    given: list[tuple[Path, str, tuple[str, ...]]] = [(("kinds",), "kind", more.kinds)] if more.kinds else []
    given += [(("terms", name), name, terms) for name, terms in more.terms.items()]
    for below, name, terms in given:
        at, known = (*path, *below), declared.property(name)
        if name in OF_SUMS:
            remedy = f"use the nearest {name} that there is, and say the rest in a property of your own"
            yield Clash(at, f"{name} takes no terms of a set, since {OF_SUMS[name]}", remedy)
        elif known is None or not known.terms:
            yield Clash(at, f"{declared.label} has no terms of '{name}'", "declare a property with terms of your own")
        elif name not in OPEN_TERMS or declared.label == "Dispute":
            yield Clash(at, f"checks depend on the terms of {name}", "declare a property with terms of your own")
        elif not terms:
            yield Clash(at, "is empty", "list the terms that are added")
        else:
            yield from wrong_terms(terms, at, known.terms)


def _of_type(more: More, declared: RelationshipType, path: Path, model: Model, extension: Extension) -> Iterator[Clash]:
    name = declared.name
    if not declared.needs_evidence:
        remedy = "leave it as it is: claims and disputes may be of any label that is declared"
        yield Clash((*path, "relationship_type"), f"{name} is of the evidence itself", remedy)
        return
    for where, given in (("kinds", more.kinds), ("terms", more.terms)):
        if given:
            yield Clash((*path, where), f"{name} has no terms that a set adds to", "declare a property of your own")
    yield from _of_sums(more, declared, path, model, extension)
    for side, labels, there in (("from", more.starts, declared.starts), ("to", more.ends, declared.ends)):
        yield from wrong_ends(labels, (*path, side), model, extension, there)
    yield from wrong_terms(more.roles, (*path, "roles"), declared.roles)
    yield from wrong_properties(more.properties, (*path, "properties"), model, declared.properties)


def _of_sums(more: More, declared: RelationshipType, path: Path, model: Model, extension: Extension) -> Iterator[Clash]:
    """What of a type sums follow, and stays as it is."""
    name, between_deals = declared.name, (declared.starts, declared.ends) == BETWEEN_DEALS
    for side, given in (("from", more.starts), ("to", more.ends), ("roles", more.roles)):
        fixed = between_deals or ENDS_OF_DEALS.get(name) == side or (side == "roles" and name in ROLES_OF_SUMS)
        if given and fixed:
            what = f"sums follow {name}, which stays as it is there"
            yield Clash((*path, side), what, "declare a relationship type of your own for it")
    parties = {*model.parties, *(own.label for own in extension.labels if own.family == "party")}
    strangers = [label for label in more.starts if label not in parties]
    if name == "FUNDS" and strangers:
        what = f"{', '.join(strangers)} cannot fund a deal"
        yield Clash((*path, "from"), what, "name a label with `family: party`: only who acts has money")


def _unknown(name: str, path: Path, known: list[str], own: set[str]) -> Iterator[Clash]:
    if name in own:
        yield Clash(path, f"'{name}' is declared in this file", "write what it has where it is declared")
    else:
        yield Clash(path, f"there is no '{name}' to extend", _instead(name, known))


def _instead(name: str, known: tuple[str, ...] | list[str]) -> str:
    near = nearest(name, known)
    return f"did you mean {near}?" if near else f"there is {', '.join(known)}"
