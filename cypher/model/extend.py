"""A model and what a data set adds to it, as one model."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from pydantic import ValidationError

from cypher.internal import statement
from cypher.model.built_in import built_in_model
from cypher.model.clashes import find_clashes
from cypher.model.declarations import Family, NodeType, Property, PropertyKind, RelationshipType
from cypher.model.extension import Extension, More, OwnLabel, OwnProperty, OwnType
from cypher.model.model import Model
from cypher.model.narrower import Words, kind_of_label
from cypher.model.own_words import add_kept
from cypher.model.properties import ALSO_NAMED, NAME, kinds
from cypher.protocols import Reader

ON_FACTS = ("ABOUT", "CONCERNS")
"""Types by which evidence speaks of any fact, those of a set's own labels too."""
ON_SPEAKERS = ("SAID_BY",)


class BadExtension(ValueError):
    """An extension that a model cannot take."""


def extend(model: Model, extension: Extension) -> Model:
    """The model with what a data set adds. Raises BadExtension where a name clashes, or may not stand in Cypher."""
    for clash in find_clashes(extension, model):
        if not clash.is_harmless:
            raise BadExtension(f"{'.'.join(map(str, clash.path))}: {clash.what}; {clash.remedy}")
    if extension == Extension():
        return model
    more = {entry.label or entry.relationship_type: entry for entry in extension.extend}
    own = tuple(map(_make_label, extension.labels))
    own_types = tuple(map(_make_type, extension.relationship_types))
    widened = replace(
        model,
        labels=(*(_widen_label(n, more.get(n.label)) for n in model.labels), *own),
        relationship_types=(
            *(_open_to(own, _widen_type(r, more.get(r.name))) for r in model.relationship_types),
            *own_types,
        ),
        added=model.added | {n.label for n in own} | {r.name for r in own_types},
    )
    kept = add_kept(widened, extension.narrower)
    return replace(kept, words=Words.of(extension.narrower))


def read_model_of(graph: Reader, data_set: str) -> Model:
    """The model that a data set was loaded with: the built-in one, with what the set adds."""
    rows = graph.rows(statement("model-of-a-data-set"), {"data_set": data_set})
    return model_of(str(rows[0][0] or "")) if rows else built_in_model()


@lru_cache(maxsize=64)
def model_of(text: str) -> Model:
    """The model that a text from a graph extends, which others may have written: the built-in one where it is none."""
    try:
        return extend(built_in_model(), Extension.model_validate_json(text or "{}"))
    except (ValidationError, BadExtension):
        return built_in_model()


def _make_label(own: OwnLabel) -> NodeType:
    properties = (NAME, ALSO_NAMED, *([kinds(*own.kinds)] if own.kinds else []), *_make_properties(own.properties))
    return NodeType(
        own.label, kind_of_label(own.label), own.plural, Family(own.family), own.meaning, properties,
        colour=own.colour, shape=own.shape,
    )  # fmt: skip


def _make_type(own: OwnType) -> RelationshipType:
    properties = _make_properties(own.properties)
    return RelationshipType(
        own.name, own.reads, own.starts, own.ends, own.roles, own.meaning, walkable=own.walkable, properties=properties
    )


def _make_properties(own: Iterable[OwnProperty]) -> tuple[Property, ...]:
    return tuple(map(_make_property, own))


def _make_property(own: OwnProperty) -> Property:
    of_entries = own.kind == "entries"
    kind = PropertyKind.TEXT_LIST if of_entries else PropertyKind(own.kind or ("term" if own.terms else "text"))
    in_per_cent = kind is PropertyKind.DECIMAL and own.name in _list_in_per_cent()
    return Property(own.name, own.meaning, kind, own.required, own.terms or (), in_per_cent, of_entries)


@lru_cache(maxsize=1)
def _list_in_per_cent() -> frozenset[str]:
    """Names of ours that are of hundredths: a set's own property of such a name is no other thing."""
    return frozenset(p.name for r in built_in_model().relationship_types for p in r.properties if p.in_per_cent)


def _widen_label(declared: NodeType, more: More | None) -> NodeType:
    if more is None:
        return declared
    terms = more.terms | ({"kind": more.kinds} if more.kinds else {})
    widened = (replace(p, terms=_join(p.terms, terms.get(p.name, ()))) for p in declared.properties)
    return replace(declared, properties=_with_more(tuple(widened), more))


def _widen_type(declared: RelationshipType, more: More | None) -> RelationshipType:
    if more is None:
        return declared
    return replace(
        declared,
        starts=_join(declared.starts, more.starts),
        ends=_join(declared.ends, more.ends),
        roles=_join(declared.roles, more.roles),
        properties=_with_more(declared.properties, more),
    )


def _join(ours: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    """Ours and what is added, each once: what a set added may be built in by now."""
    return tuple(dict.fromkeys((*ours, *more)))


def _with_more(ours: tuple[Property, ...], more: More) -> tuple[Property, ...]:
    there = {p.name for p in ours}
    return (*ours, *_make_properties(p for p in more.properties if p.name not in there))


def _open_to(own: tuple[NodeType, ...], declared: RelationshipType) -> RelationshipType:
    """The type, open to a set's own labels where it is one of evidence: claims and disputes speak of them too."""
    if declared.name in ON_FACTS:
        return replace(declared, ends=(*declared.ends, *(n.label for n in own)))
    if declared.name in ON_SPEAKERS:
        return replace(declared, ends=(*declared.ends, *(n.label for n in own if n.family is Family.PARTY)))
    return declared
