"""Saved queries: one file each, refused when it is read unless it keeps its promises."""

from cypher.errors import BadParameter
from cypher.saved.about_node import AboutNode, Askable, find_about_node, takes_label
from cypher.saved.catalog import Catalog, UnknownQuery, read_catalog
from cypher.saved.of_data_set import read_offered
from cypher.saved.parameters import (
    NO,
    SEPARATOR,
    YES,
    Choice,
    Parameter,
    ParameterType,
    choices,
    find_parameter,
    read_given,
    resolve,
)
from cypher.saved.query import BadQuery, SavedQuery
from cypher.saved.run import QueryAnswer, run, unasked
from cypher.saved.unknown import nearest_node, refuse_unknown

__all__ = [
    "NO",
    "SEPARATOR",
    "YES",
    "AboutNode",
    "Askable",
    "BadParameter",
    "BadQuery",
    "Catalog",
    "Choice",
    "Parameter",
    "ParameterType",
    "QueryAnswer",
    "SavedQuery",
    "UnknownQuery",
    "choices",
    "find_about_node",
    "find_parameter",
    "nearest_node",
    "read_catalog",
    "read_given",
    "read_offered",
    "refuse_unknown",
    "resolve",
    "run",
    "takes_label",
    "unasked",
]
