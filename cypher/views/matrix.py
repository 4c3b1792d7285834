"""A matrix: a row of the answer against each of its columns that hold several things, a cell how many and which.

Things are counted, and no figure is: an empty cell says that no source tells of it, not that there is nothing.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from cypher.results import Table
from cypher.views import table
from cypher.views.table import plain_cell
from cypher.views.view import Material, View

OF_EVIDENCE = ("articles", "disputes", "origins", "evidence")
"""Columns of lists that say what a row rests on, and are not what it is asked about."""


@dataclass(frozen=True)
class Cell:
    """What one row has in one column: the things by name, as the query has them. `id`: of the row, if it tells one."""

    row: str
    column: str
    things: tuple[str, ...]
    id: str | None


@dataclass(frozen=True)
class Matrix:
    """Rows and columns in the order of the answer, and every cell that holds something."""

    heading: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]

    @property
    def empty(self) -> tuple[str, ...]:
        """Rows of which no column tells anything."""
        told = {cell.row for cell in self.cells}
        return tuple(row for row in self.rows if row not in told)


def build_matrix(material: Material) -> Matrix:
    """The first column against those that hold lists; rows of one name are told apart by their ids, else by number."""
    shown = material.table
    lists = [
        at
        for at, column in enumerate(shown.columns)
        if at and column not in OF_EVIDENCE and any(isinstance(row[at], list) for row in shown.rows)
    ]
    names = list(_name_rows(material))
    cells = [
        Cell(name, shown.columns[at], things, found)
        for (name, found), row in zip(names, shown.rows, strict=True)
        for at in lists
        if (things := tuple(str(plain_cell(one, material.model)) for one in _list(row[at])))
    ]
    columns = tuple(shown.columns[at] for at in lists)
    heading = shown.columns[0] if shown.columns else "row"
    return Matrix(heading, tuple(name for name, _ in names), columns, tuple(cells))


def as_rows(material: Material) -> Table:
    """The rows as the query returned them."""
    return table.as_rows(material)


def as_json(material: Material) -> dict[str, Any]:
    """The cells that hold something, each with its things."""
    matrix = build_matrix(material)
    return {"columns": list(matrix.columns), "cells": [asdict(cell) for cell in matrix.cells]}


def _name_rows(material: Material) -> Iterator[tuple[str, str | None]]:
    """A name for each row that no other has, and its id."""
    shown = material.table
    own_id = f"{shown.columns[0]}_id" if shown.columns else ""
    at = next((shown.columns.index(column) for column in (own_id, "id") if column in shown.columns), None)
    names = [str(plain_cell(row[0], material.model)) for row in shown.rows]
    taken = set[str]()
    for number, (name, row) in enumerate(zip(names, shown.rows, strict=True), start=1):
        found = None if at is None or row[at] is None else str(row[at])
        told = f"{name} ({found or number})" if names.count(name) > 1 else name
        told = f"{told} ({number})" if told in taken else told
        taken.add(told)
        yield told, found


def _list(cell: object) -> list[Any]:
    return [one for one in cell if one is not None] if isinstance(cell, list) else []


MATRIX = View("matrix", as_rows, as_json, read_more=table.TABLE.read_more, title="Matrix")
