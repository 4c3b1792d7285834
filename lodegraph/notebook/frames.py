"""Pandas frames of nodes, relationships and saved queries, from the official driver or from py2neo alike.

Whole numbers stay whole beside gaps, and lists stay lists.
"""

import warnings
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeAlias

import pandas as pd

from cypher.model import Model, Property, PropertyKind
from cypher.results import Value, texts
from lodegraph.library.errors import TooMuch
from lodegraph.library.graph import Given, Parameters, ReadingGraph, merge_parameters

MOST_ROWS = 100_000
BOOKKEEPING = ("id", "data_set", "record_hash", "search_text")
"""Properties that are no columns: the id is the index, and the others are the loader's."""

DTYPES = {bool: "boolean", int: "Int64", float: "Float64", str: "string"}
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
    frame = _make_row_frame(answer.columns, answer.rows)
    frame.attrs["notes"] = list(answer.notes)
    return frame


def _list_shared_properties(model: Model) -> tuple[Property, ...]:
    return tuple(p for p in (*model.shared, *model.managed) if p.name not in BOOKKEEPING)


def _open_reading(graph: Source) -> ReadingGraph:
    if isinstance(graph, ReadingGraph):
        return graph
    from lodegraph.notebook.py2neo_reader import read_as_library

    return read_as_library(graph)


def make_item_frame(rows: Sequence[tuple[str, Mapping[str, Value]]], declared: Iterable[Property]) -> pd.DataFrame:
    """A row a node or relationship under its id: the declared properties, then what else they have."""
    kinds = {p.name: p.kind for p in declared}
    # what a record says of one property alone, such as `date_evidence`
    others = {
        name: _guess_kind(value) for _, values in rows for name, value in values.items() if name not in BOOKKEEPING
    }
    kinds |= {name: others[name] for name in sorted(others.keys() - kinds.keys())}
    columns = {
        name: _make_declared_column(kind, [values.get(name) for _, values in rows]) for name, kind in kinds.items()
    }
    return pd.DataFrame(columns, index=pd.Index([i for i, _ in rows], name="id", dtype="string"))


def _make_row_frame(names: Sequence[str], rows: Sequence[Sequence[Value]]) -> pd.DataFrame:
    """A frame of an answer; each column of the one type that its cells have."""
    cells = zip(*rows, strict=True) if rows else ((),) * len(names)
    return pd.DataFrame({name: _guess_column(values) for name, values in zip(names, cells, strict=True)})


def _make_declared_column(kind: PropertyKind, values: list[Value]) -> Any:
    """A list that is missing is an empty one."""
    if kind is PropertyKind.TEXT_LIST:
        return pd.Series([list(texts(v)) for v in values], dtype=object).array
    wanted = int if kind is PropertyKind.INTEGER else str
    if any(v is not None and type(v) is not wanted for v in values):
        return pd.Series(values, dtype=object).array  # somebody changed it: shown as it stands
    return pd.array(values, dtype="Int64" if wanted is int else "string")


def _guess_column(values: Sequence[Value]) -> "pd.Series[Any]":
    """Pandas itself would guess floats for whole numbers beside gaps."""
    types = {type(v) for v in values if v is not None}
    return pd.Series(list(values), dtype=DTYPES.get(types.pop(), "object") if len(types) == 1 else "object")


def _guess_kind(value: Value) -> PropertyKind:
    if isinstance(value, list):
        return PropertyKind.TEXT_LIST
    return PropertyKind.INTEGER if isinstance(value, int) else PropertyKind.TEXT
