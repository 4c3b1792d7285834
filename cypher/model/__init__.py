"""What a graph may hold, as a value that is passed to whoever needs it: declared here, or read from a database."""

from cypher.model.built_in import built_in_model, in_style
from cypher.model.declarations import (
    Family,
    NodeType,
    Property,
    PropertyKind,
    RelationshipType,
    Seen,
    Shape,
    UnknownTerm,
    Walk,
)
from cypher.model.extend import BadExtension, extend, model_of, read_model_of
from cypher.model.extension import Extension
from cypher.model.from_database import read_model
from cypher.model.model import Index, Model

__all__ = [
    "BadExtension",
    "Extension",
    "Family",
    "Index",
    "Model",
    "NodeType",
    "Property",
    "PropertyKind",
    "RelationshipType",
    "Seen",
    "Shape",
    "UnknownTerm",
    "Walk",
    "built_in_model",
    "extend",
    "in_style",
    "model_of",
    "read_model",
    "read_model_of",
]
