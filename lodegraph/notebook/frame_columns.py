"""How columns of a frame are made: whole numbers stay whole beside gaps, and lists stay lists."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from cypher.model import Property, PropertyKind
from cypher.results import Value, texts

BOOKKEEPING = ("id", "data_set", "record_hash", "search_text")
"""Properties that are no columns: the id is the index, and the others are the loader's."""

DTYPES = {bool: "boolean", int: "Int64", float: "Float64", str: "string"}


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


def make_row_frame(names: Sequence[str], rows: Sequence[Sequence[Value]]) -> pd.DataFrame:
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
