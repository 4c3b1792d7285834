"""An answer as a table: its own columns, every cell plain."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from cypher.mentions import read_names
from cypher.model import Model
from cypher.protocols import Reader
from cypher.results import GraphEdge, GraphNode, Table, Value, texts
from cypher.views.view import Asked, Material, View

NAMED = ("disputes", "ended_by")
"""Columns whose ids are shown by what they name, a dispute by its question."""


def as_rows(material: Material) -> Table:
    """The rows as the query returned them, in words."""
    table, names = material.table, _names(material)
    rows = tuple(
        tuple(
            plain_cell(_name(cell, names) if column in NAMED else cell, material.model)
            for column, cell in zip(table.columns, row, strict=True)
        )
        for row in table.rows
    )
    return Table(table.columns, rows, table.truncated)


def as_json(material: Material) -> dict[str, Any]:
    """Nothing more than its rows."""
    return {}


def plain_cell(cell: Value, model: Model) -> Value:
    """A node by its name, a relationship by what it says, a list by its items."""
    match cell:
        case GraphNode():
            return model.name_of(cell)
        case GraphEdge():
            return model.reads(cell.type)
        case list():
            return "; ".join(str(plain_cell(c, model)) for c in cell)
        case dict():
            return ", ".join(f"{k}: {plain_cell(v, model)}" for k, v in cell.items())
        case _:
            return cell


def flatten(table: Table, model: Model) -> Table:
    """The rows with every cell as text, a number, a boolean or None."""
    return replace(table, rows=tuple(tuple(plain_cell(cell, model) for cell in row) for row in table.rows))


def _name(cell: Value, names: Mapping[str, str]) -> Value:
    """A cell with names in the place of ids, each once."""
    if isinstance(cell, list):
        return list(dict.fromkeys(names.get(str(item), item) for item in cell))
    return names.get(cell, cell) if isinstance(cell, str) else cell


def _names(material: Material) -> dict[str, str]:
    return material.content if isinstance(material.content, dict) else {}


def _read_more(graph: Reader, asked: Asked) -> dict[str, str]:
    """The names of what the columns name by ids."""
    by_label: dict[str, set[str]] = {}
    for named in _list_named(asked.table):
        if found := asked.model.find_label_of_id(named):
            by_label.setdefault(found.label, set()).add(named)
    names: dict[str, str] = {}
    for label, ids in sorted(by_label.items()):
        names |= read_names(graph, label, ids, asked.data_set)
    return names


def _list_named(table: Table) -> Iterator[str]:
    for place, column in enumerate(table.columns):
        if column in NAMED:
            for row in table.rows:
                yield from texts(row[place])


TABLE = View("table", as_rows, as_json, read_more=_read_more, title="Table")
