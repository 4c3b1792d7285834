"""What things keep of a set's own words: a property for each thing that it calls by a narrower one."""

from collections.abc import Iterable
from dataclasses import replace

from cypher.model.declarations import NodeType, Property, RelationshipType
from cypher.model.extension import Narrower
from cypher.model.model import Model
from cypher.model.narrower import LABEL, TYPE_, keeps, split_of

STAGES = ("Deal", "stage")
OF_STEPS = "Claim"
"""Steps of a deal's history are claims, and have its words for stages."""


def add_kept(model: Model, entries: Iterable[Narrower]) -> Model:
    """The model with a property for each kind of word that things keep."""
    said: dict[tuple[str, str], list[str]] = {}
    for entry in entries:
        for owner, name in _places(entry):
            word = entry.label or entry.relationship_type or entry.term
            said.setdefault((owner, name), []).append(f"{word} ({entry.broader})")
    if not said:
        return model
    labels = tuple(replace(n, properties=(*n.properties, *_kept(n, said))) for n in model.labels)
    types = tuple(replace(r, properties=(*r.properties, *_kept(r, said))) for r in model.relationship_types)
    return replace(model, labels=labels, relationship_types=types)


def _places(entry: Narrower) -> list[tuple[str, str]]:
    """Where the word is kept: owners, each with a property, label or type that it is the word for."""
    if entry.label:
        return [(entry.broader, LABEL)]
    if entry.relationship_type:
        return [(entry.broader, TYPE_)]
    if entry.field:
        return []
    place = split_of(entry.of or "")
    return [place, (OF_STEPS, place[1])] if place == STAGES else [place]


def _kept(declared: NodeType | RelationshipType, said: dict[tuple[str, str], list[str]]) -> list[Property]:
    name = declared.label if isinstance(declared, NodeType) else declared.name
    return [
        Property(
            keeps(what), f"the set's own word for its {what}, with what it is: {', '.join(words)}", keeps_word=True
        )
        for (owner, what), words in said.items()
        if owner == name
    ]
