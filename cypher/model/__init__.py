"""What a graph may hold, as a value that is passed to whoever needs it: declared here, or read from a database."""

from cypher.model.built_in import built_in_model, in_style
from cypher.model.declarations import Family, NodeType, Property, PropertyKind, RelationshipType, Seen, UnknownTerm
from cypher.model.from_database import read_model
from cypher.model.model import Index, Model

__all__ = [
    "Family",
    "Index",
    "Model",
    "NodeType",
    "Property",
    "PropertyKind",
    "RelationshipType",
    "Seen",
    "UnknownTerm",
    "built_in_model",
    "in_style",
    "read_model",
]
