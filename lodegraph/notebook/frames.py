"""Pandas frames of nodes, relationships and saved queries, from the official driver or from py2neo alike."""

import warnings
from typing import Any, Protocol, TypeAlias

import pandas as pd

from cypher.model import Model, Property
from lodegraph.library.errors import TooMuch
from lodegraph.library.graph import Given, Parameters, ReadingGraph, merge_parameters
from lodegraph.notebook.frame_columns import BOOKKEEPING, make_item_frame, make_row_frame

MOST_ROWS = 100_000
ENDS = (
    Property("start", "id of the node that it starts from"),
    Property("end", "id of the node that it ends at"),
    Property("role", "how the start stands to the end"),
)


class AsksCypher(Protocol):
    """What is needed of a py2neo `Graph`."""

    def query(self, cypher: str, parameters: Any = None, timeout: Any = None) -> Any:
        """Run a reading statement."""


Source: TypeAlias = ReadingGraph | AsksCypher
"""A graph from `open_graph`, or one of py2neo's."""


def nodes_frame(graph: Source, label: str) -> pd.DataFrame:
    """All nodes of a label, a row each, by id, with every property that docs/model.md gives it or that one of them has.

    Raises UnknownName for a label that is not there, and whatever the graph raises.
    """
    reading = _open_reading(graph)
    found = reading.nodes(label)
    declared = (*reading.model.label(label).properties, *_list_shared_properties(reading.model))
    return make_item_frame([(n.id, n.properties) for n in found], declared)


def relationships_frame(graph: Source, type_: str) -> pd.DataFrame:
    """All relationships of a type, a row each, by id: `start` and `end` are ids of nodes. Raises as `nodes_frame`."""
    reading = _open_reading(graph)
    found = reading.relationships(type_)
    rows = [(e.id, {**e.properties, "start": e.start, "end": e.end}) for e in found]
    declared = reading.model.relationship_type(type_).properties
    return make_item_frame(rows, (*ENDS, *declared, *_list_shared_properties(reading.model)))


def query_frame(graph: Source, query_id: str, parameters: Parameters = None, /, **more: Given) -> pd.DataFrame:
    """The rows of a saved query, as `lodegraph query run` shows them. Raises TooMuch rather than cut them.

    Warns where a load is going on or was broken off.
    """
    answer = _open_reading(graph).run(query_id, merge_parameters(parameters, more), max_rows=MOST_ROWS)
    if answer.truncated:
        raise TooMuch(f"the saved query '{query_id}' has more than {MOST_ROWS:,} rows", "narrow it by its parameters")
    if answer.unfinished:
        warnings.warn(answer.unfinished, stacklevel=2)
    return make_row_frame(answer.columns, answer.rows)


def _list_shared_properties(model: Model) -> tuple[Property, ...]:
    return tuple(p for p in (*model.shared, *model.managed) if p.name not in BOOKKEEPING)


def _open_reading(graph: Source) -> ReadingGraph:
    if isinstance(graph, ReadingGraph):
        return graph
    from lodegraph.notebook.py2neo_reader import read_as_library

    return read_as_library(graph)
