"""The built-in model under its former name, until everything takes a `cypher.model.Model`."""

from cypher.model.built_in import built_in_model
from cypher.model.declarations import Family, NodeType, Property, PropertyKind, RelationshipType, UnknownTerm
from cypher.model.labels import LABELS as NODE_TYPES
from cypher.model.properties import DATE, MANAGED, SHARED, UNTIL
from cypher.model.relationship_types import RELATIONSHIP_TYPES

__all__ = [
    "DATE",
    "MANAGED",
    "NODE_TYPES",
    "RELATIONSHIP_TYPES",
    "SHARED",
    "UNTIL",
    "Family",
    "NodeType",
    "Property",
    "PropertyKind",
    "RelationshipType",
    "UnknownTerm",
    "label_of",
    "node_type",
    "node_type_of",
    "relationship_type",
    "walkable_types",
]

node_type = built_in_model().label
node_type_of = built_in_model().label_of_id
relationship_type = built_in_model().relationship_type


def label_of(node_id: str) -> str | None:
    """The label that an id's kind tells; None where the model has no such kind."""
    found = built_in_model().find_label_of_id(node_id)
    return found.label if found else None


def walkable_types() -> tuple[str, ...]:
    """The types that a path between two nodes may use."""
    return built_in_model().walkable_types
