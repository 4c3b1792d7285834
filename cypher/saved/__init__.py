"""Saved queries: one file each, refused when it is read unless it keeps its promises."""

from cypher.errors import BadParameter
from cypher.saved.catalog import Catalog, UnknownQuery, read_catalog
from cypher.saved.parameters import Choice, Parameter, ParameterType, choices, read_given, resolve
from cypher.saved.query import BadQuery, SavedQuery, View
from cypher.saved.run import Answer, run

__all__ = [
    "Answer",
    "BadParameter",
    "BadQuery",
    "Catalog",
    "Choice",
    "Parameter",
    "ParameterType",
    "SavedQuery",
    "UnknownQuery",
    "View",
    "choices",
    "read_catalog",
    "read_given",
    "resolve",
    "run",
]
