"""What may be in the graph: each label and relationship type, declared once."""

from cypher.vocabulary.nodes import NODE_TYPES, label_of, node_type, node_type_of
from cypher.vocabulary.properties import MANAGED, SHARED
from cypher.vocabulary.relationships import RELATIONSHIP_TYPES, relationship_type, walkable_types
from cypher.vocabulary.types import Appearance, Family, NodeType, Property, PropertyKind, RelationshipType, UnknownTerm

__all__ = [
    "MANAGED",
    "NODE_TYPES",
    "RELATIONSHIP_TYPES",
    "SHARED",
    "Appearance",
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
