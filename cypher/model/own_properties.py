"""Properties that a data set declares: whether they may stand beside ours."""

from collections.abc import Iterator

from cypher.model.built_in import PROPERTY
from cypher.model.declarations import Property, PropertyKind
from cypher.model.extension import OwnProperty
from cypher.model.model import Model
from cypher.model.own_names import LONGEST, Clash, Path, built_in_too, wrong_terms
from cypher.model.properties import ALSO_NAMED, AMOUNT, BESIDE, NAME
from cypher.text.reserved import is_reserved

OF_RECORDS = (
    "type", "from", "to", "role", "key", "says", "evidence", "evidence_for", "basis", "links", "claims", "amount",
    "question", "passages", "label", "topic", "history", "former_names", "gathered", "occasion",
    "draft",
)  # fmt: skip
"""Fields that a record has besides its properties."""
FORMERLY = {"rung": "stage", "funder_type": "whose_money"}
OF_CHECKS = ("iso_alpha2", "on_behalf_of", "concerned_relationships")
EVIDENCE = "_evidence"


def wrong_properties(
    properties: tuple[OwnProperty, ...],
    path: Path,
    model: Model,
    built_in: tuple[Property, ...],
    taken: tuple[str, ...] = (),
) -> Iterator[Clash]:
    """What is wrong with the properties of one label or type, which has some built in, and others that are `taken`."""
    ours = {p.name: p for p in built_in}
    seen = {*ours, *taken}
    for at, own in enumerate(properties):
        if (
            own.name in ours
            and own.name not in {p.name for p in properties[:at]}
            and _means(own, ours[own.name], model)
        ):
            yield built_in_too(f"'{own.name}'", (*path, at, "name"))
            continue
        yield from _wrong_name(own, (*path, at, "name"), model, seen)
        yield from _wrong_terms(own, (*path, at))
        seen.add(own.name)


def _wrong_name(own: OwnProperty, path: Path, model: Model, seen: set[str]) -> Iterator[Clash]:
    name, another = own.name, "call it otherwise"
    written, figures = _written(model), _of_figures(model)
    if not PROPERTY.fullmatch(name) or len(name) > LONGEST:
        yield Clash(path, f"'{name}' is no name of a property", "write small letters, digits and low lines")
    elif is_reserved(name):
        yield Clash(path, f"'{name}' is a word of Cypher itself", f"add a word to it, such as {name}_given")
    elif name in written:
        yield Clash(path, f"every record has '{name}' already, or it is written by the loader", another)
    elif name in FORMERLY:
        yield Clash(path, f"'{name}' is what {FORMERLY[name]} was called before", another)
    elif name.endswith(EVIDENCE):
        yield Clash(path, f"'{name}' would name passages for a property", another)
    elif name in seen:
        yield Clash(path, f"'{name}' is declared already", "take it out, or call it otherwise")
    elif name in figures:
        yield Clash(path, f"'{name}' is of a deal's figure, by which sums go", "write the figure as a deal")
    elif name in OF_CHECKS:
        yield Clash(path, f"'{name}' is read by checks of what is built in", another)
    elif (ours := _find_elsewhere(name, model)) and _sort_of(own) != ours.kind:
        remedy = f"write `kind: {ours.kind}`, or call it otherwise"
        yield Clash(path, f"'{name}' holds a {ours.kind} elsewhere in the model", remedy)


def _written(model: Model) -> set[str]:
    return {p.name for p in (*model.shared, *model.managed, NAME, ALSO_NAMED)} | set(OF_RECORDS)


def _of_figures(model: Model) -> set[str]:
    return {p.name for p in (*AMOUNT, *BESIDE, *(p for p in model.label("Deal").properties if p.terms))}


def _means(own: OwnProperty, ours: Property, model: Model) -> bool:
    """Whether a set's property holds what ours of that name holds, and neither sums nor checks go by it."""
    read = _written(model) | _of_figures(model) | set(OF_CHECKS)
    return own.name not in read and _sort_of(own) == ours.kind and set(own.terms or ()) <= set(ours.terms)


def _find_elsewhere(name: str, model: Model) -> Property | None:
    of_labels = (p for n in model.labels for p in n.properties)
    of_types = (p for r in model.relationship_types for p in r.properties)
    return next((p for p in (*of_labels, *of_types) if p.name == name), None)


def _sort_of(own: OwnProperty) -> str:
    if own.kind == "entries":
        return PropertyKind.TEXT_LIST
    return own.kind or ("term" if own.terms else "text")


def _wrong_terms(own: OwnProperty, path: Path) -> Iterator[Clash]:
    if own.terms is not None and own.kind not in (None, "term"):
        yield Clash((*path, "terms"), f"stands beside `kind: {own.kind}`", "write `kind: term`, or take the terms out")
    elif own.terms == () or (own.kind == "term" and own.terms is None):
        where = "terms" if own.terms is not None else "kind"
        yield Clash((*path, where), f"'{own.name}' lists no terms", "write `terms: [valid, lapsed]`")
    else:
        yield from wrong_terms(own.terms or (), (*path, "terms"))
