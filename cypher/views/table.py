"""An answer as a table: its own columns, every cell plain."""

from typing import Any

from cypher.model import Model
from cypher.results import GraphEdge, GraphNode, Table, Value
from cypher.views.view import Material, View


def as_rows(material: Material) -> Table:
    """The rows as the query returned them, in words."""
    rows = tuple(tuple(plain_cell(cell, material.model) for cell in row) for row in material.table.rows)
    return Table(material.table.columns, rows, material.table.truncated)


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


TABLE = View("table", as_rows, as_json)
