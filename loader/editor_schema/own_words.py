"""A model as a set's records have it: with its own words beside ours, so that an editor takes both."""

from collections.abc import Iterable
from dataclasses import replace

from cypher.model import Model, Property, PropertyKind, RelationshipType, built_in_model
from cypher.model.extension import Narrower
from cypher.model.narrower import NO_WORDS, ROLE, kind_of_label

CLAIM = "Claim"


def as_records_have(model: Model) -> Model:
    """The model with a set's narrower labels and types as some of their own, and its terms and fields beside ours.

    What a word may fill need not be written.
    """
    if not model.words:
        return model
    labels = [replace(n, properties=_properties(n.label, n.properties, model)) for n in model.labels]
    types = {r.name: _with_roles(r, model) for r in model.relationship_types}
    by_label = {n.label: n for n in labels}
    labels += [
        replace(by_label[e.broader], label=str(e.label), kind=kind_of_label(str(e.label)),
                properties=_more(by_label[e.broader].properties, [e]))
        for e in model.words.labels.values()
    ]  # fmt: skip
    for name, entries in model.words.types.items():
        for entry in entries:
            read = _read_as(name, entry, types[entry.broader])
            types[name] = _join(types[name], read) if name in types else read
    return replace(model, labels=tuple(labels), relationship_types=tuple(types.values()), words=NO_WORDS)


def list_own_of_claims(model: Model) -> tuple[Property, ...]:
    """What a set declares of claims, which claims, steps of a history and readings may have."""
    ours = {p.name for p in built_in_model().label(CLAIM).properties}
    return tuple(p for p in model.label(CLAIM).properties if p.name not in ours and not p.keeps_word)


def _with_roles(declared: RelationshipType, model: Model) -> RelationshipType:
    roles = (*declared.roles, *model.words.terms.get(declared.name, {}).get(ROLE, {}))
    return replace(declared, roles=roles, properties=_properties(declared.name, declared.properties, model))


def _read_as(name: str, entry: Narrower, broader: RelationshipType) -> RelationshipType:
    starts, ends = (broader.ends, broader.starts) if entry.turned else (broader.starts, broader.ends)
    properties = _more(broader.properties, [entry])
    return replace(broader, name=name, starts=entry.starts or starts, ends=ends, properties=properties)


def _join(one: RelationshipType, other: RelationshipType) -> RelationshipType:
    """A type that is read as two, by where it goes from: it has what each has."""
    there = {p.name for p in one.properties}
    return replace(
        one,
        starts=tuple(dict.fromkeys((*one.starts, *other.starts))),
        ends=tuple(dict.fromkeys((*one.ends, *other.ends))),
        roles=tuple(dict.fromkeys((*one.roles, *other.roles))),
        properties=(*one.properties, *(p for p in other.properties if p.name not in there)),
    )


def _properties(owner: str, declared: Iterable[Property], model: Model) -> tuple[Property, ...]:
    """The properties of a label or type with its words for terms and fields, without those that keep words."""
    terms, fields = model.words.terms.get(owner, {}), model.words.fields.get(owner, {})
    ours = [p for p in declared if not p.keeps_word]
    widened = tuple(replace(p, terms=(*p.terms, *terms.get(p.name, ()))) for p in ours)
    named = _more(widened, [entry for words in terms.values() for entry in words.values()])
    return (*_loosen(named, fields.values()), *_called(fields.items(), named))


def _more(declared: tuple[Property, ...], entries: list[Narrower]) -> tuple[Property, ...]:
    """Properties with those that words call otherwise; what words fill need not be written."""
    given = [name for e in entries for name in (*e.fills, *e.fields.values())]
    loosened = _loosen(declared, given)
    return (*loosened, *_called([pair for e in entries for pair in e.fields.items()], loosened))


def _loosen(declared: Iterable[Property], given: Iterable[str]) -> tuple[Property, ...]:
    names = set(given)
    return tuple(replace(p, required=False) if p.name in names else p for p in declared)


def _called(pairs: Iterable[tuple[str, str]], declared: tuple[Property, ...]) -> list[Property]:
    """A property by each other name; that of a figure is a text."""
    by_name = {p.name: p for p in declared}
    written = dict(pairs)
    figure = Property("amount", "the figure, such as up to USD 10 billion", PropertyKind.TEXT)
    return [replace(by_name.get(n, figure), name=w, required=False) for w, n in written.items() if w not in by_name]
