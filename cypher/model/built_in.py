"""The model that comes with the program, in the style that its own names have."""

import re
from collections.abc import Iterator
from functools import cache

from cypher.model.declarations import Property
from cypher.model.labels import LABELS
from cypher.model.model import Model
from cypher.model.properties import MANAGED, SHARED
from cypher.model.relationship_types import RELATIONSHIP_TYPES

LABEL = re.compile(r"[A-Z][A-Za-z]*")
TYPE = re.compile(r"[A-Z][A-Z_]*")
PROPERTY = re.compile(r"[a-z][a-z0-9_]*")


@cache
def built_in_model() -> Model:
    """The declared labels and types. Called where a program begins, and passed on from there."""
    return in_style(Model(LABELS, RELATIONSHIP_TYPES, SHARED, MANAGED))


def in_style(model: Model) -> Model:
    """The same model; raises ValueError when a name of it is not written as ours are."""
    for problem in _problems(model):
        raise ValueError(problem)
    return model


def _problems(model: Model) -> Iterator[str]:
    for label in model.labels:
        if not LABEL.fullmatch(label.label):
            yield f"'{label.label}' is not a label: use PascalCase"
    for type_ in model.relationship_types:
        if not TYPE.fullmatch(type_.name):
            yield f"'{type_.name}' is not a relationship type: use UPPER_SNAKE_CASE"
    for name in _property_names(model):
        if not PROPERTY.fullmatch(name):
            yield f"'{name}' is not a property name: use snake_case"


def _property_names(model: Model) -> Iterator[str]:
    owned: tuple[tuple[Property, ...], ...] = (
        model.shared,
        model.managed,
        *(label.properties for label in model.labels),
        *(type_.properties for type_ in model.relationship_types),
    )
    return (p.name for properties in owned for p in properties)
