"""The fields that a record writes for stored properties: citations, an amount in words, a set's own words."""

from collections.abc import Iterable, Mapping
from typing import Any

from cypher.deals import amount_of
from cypher.model import Model, Property
from cypher.model.narrower import OWN
from cypher.results import GraphNode, Value, texts
from loader.expand.former_names import KEPT
from loader.exports.taken import DERIVED
from loader.written_names import AMOUNT

NARROWED = "_evidence"
PASSAGE = "passage/"


def cite(passages: Value) -> list[str]:
    """The citations of passages, `uni:11.2` for `passage/uni/11.2`."""
    return [":".join(p.removeprefix(PASSAGE).rsplit("/", 1)) for p in texts(passages)]


def own_fields(properties: Mapping[str, Value], declared: Iterable[Property], *apart: str) -> dict[str, Any]:
    """What a record writes as it is stored, a set's own words in the place of ours; `apart`: what it writes otherwise.

    The words of a label and of a type are no properties: they are left out.
    """
    kept = {p.name for p in declared if p.keeps_word}
    left_out = {"id", *DERIVED, *AMOUNT, *KEPT, *kept, *apart}
    fields = {name: value for name, value in properties.items() if name not in left_out}
    words = {name.removeprefix(OWN): properties[name] for name in kept if name in properties}
    return fields | {name: word for name, word in words.items() if name in fields}


def narrowed(properties: Mapping[str, Value]) -> dict[str, list[str]]:
    """By property, the passages that speak for it alone."""
    found = {n.removesuffix(NARROWED): cite(v) for n, v in properties.items() if n.endswith(NARROWED)}
    return {name: cited for name, cited in found.items() if cited}


def amount_field(properties: Mapping[str, Value]) -> dict[str, str]:
    """The figure in words; nothing where there is none. Raises UnreadableDeal."""
    amount = amount_of(GraphNode("", "", dict(properties)))
    return {} if amount is None else {"amount": str(amount)}


def former_names_field(properties: Mapping[str, Value]) -> dict[str, list[dict[str, str]]]:
    """Names with their time; nothing where there are none."""
    names, *ends = (texts(properties.get(name)) for name in KEPT)
    since, until = ([*end, *[""] * len(names)] for end in ends)
    told = [{"name": n, "since": s, "until": u} for n, s, u in zip(names, since, until, strict=False)]
    return {KEPT[0]: [{k: v for k, v in one.items() if v} for one in told]} if told else {}


def declared_of(name: str, model: Model) -> tuple[Property, ...]:
    """The properties of a label or relationship type."""
    found = model.find_label(name) or model.find_relationship_type(name)
    return found.properties if found else ()
