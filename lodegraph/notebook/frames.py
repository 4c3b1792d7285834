"""Pandas frames of nodes, relationships and saved queries, from the official driver or from py2neo alike."""

from typing import Any, Protocol, TypeAlias

import pandas as pd

from cypher.model import Model, Property
from lodegraph.library.errors import TooMuch
from lodegraph.library.graph import ReadingGraph
from lodegraph.library.parameters import Given, Parameters, given
from lodegraph.notebook.columns import BOOKKEEPING, frame_of_rows, frame_of_things

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
    reading = _reading(graph)
    found = reading.nodes(label)
    declared = (*reading.model.label(label).properties, *_everywhere(reading.model))
    return frame_of_things([(n.id, n.properties) for n in found], declared)


def relationships_frame(graph: Source, type_: str) -> pd.DataFrame:
    """All relationships of a type, a row each, by id: `start` and `end` are ids of nodes. Raises as `nodes_frame`."""
    reading = _reading(graph)
    found = reading.relationships(type_)
    rows = [(e.id, {**e.properties, "start": e.start, "end": e.end}) for e in found]
    declared = reading.model.relationship_type(type_).properties
    return frame_of_things(rows, (*ENDS, *declared, *_everywhere(reading.model)))


def query_frame(graph: Source, query_id: str, parameters: Parameters = None, /, **more: Given) -> pd.DataFrame:
    """The rows of a saved query, as `lodegraph query run` shows them. Raises TooMuch rather than cut them."""
    answer = _reading(graph).run(query_id, given(parameters, more), max_rows=MOST_ROWS)
    if answer.truncated:
        raise TooMuch(f"the saved query '{query_id}' has more than {MOST_ROWS:,} rows", "narrow it by its parameters")
    return frame_of_rows(answer.columns, answer.rows)


def _everywhere(model: Model) -> tuple[Property, ...]:
    return tuple(p for p in (*model.shared, *model.managed) if p.name not in BOOKKEEPING)


def _reading(graph: Source) -> ReadingGraph:
    if isinstance(graph, ReadingGraph):
        return graph
    from lodegraph.notebook.py2neo_reading import reading

    return reading(graph)
