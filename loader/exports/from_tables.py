"""The two tables that `export --format csv` wrote, read back as the rows that they were made of."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from cypher.model import Model, Property, PropertyKind, UnknownTerm, built_in_model
from cypher.model.properties import SHARED
from cypher.results import Value
from loader.exports.cells import read_cell
from loader.exports.records.fields import NARROWED, declared_of
from loader.exports.tables import ENDS, ID, LABELS, NODES, PROPERTY, RELATIONSHIPS
from loader.exports.taken import DERIVED, TakenSet
from loader.read import read_data_set, read_own_model
from loader.read.files import DATA_SET
from loader.records import BadRecords, Problem, Where
from loader.rows import Row, collect_rows

FORM = "export the set anew, or mend the cell"
LONGEST_CELL = 16_000_000
Cells = dict[str, str]


class BadTables(BadRecords):
    """Tables that cannot be read back, with what is wrong where."""


def are_tables(path: Path) -> bool:
    """Whether a folder is one that `export --format csv` wrote."""
    return all((path / name).is_file() for name in (NODES, RELATIONSHIPS, DATA_SET))


def take_from_tables(folder: Path) -> TakenSet:
    """The set in such a folder. Raises BadTables, which names file and row, and BadFolder."""
    own = read_own_model(folder, built_in_model(), {})
    if own.problems:
        raise BadTables(list(own.problems))
    nodes = (_node(where, cells, own.model) for where, cells in _read(folder / NODES, (ID, *LABELS)))
    links = (_link(where, cells, own.model) for where, cells in _read(folder / RELATIONSHIPS, (ID, *ENDS)))
    with _long_cells():
        rows = collect_rows(nodes, links)
    return TakenSet(read_data_set(folder), own.model, own.extension, rows, {}, None)


@contextmanager
def _long_cells() -> Iterator[None]:
    """Let the CSV reader take cells as long as records may be; its limit is one for the whole process."""
    usual = csv.field_size_limit(LONGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(usual)


def _read(path: Path, leading: tuple[str, ...]) -> Iterator[tuple[Where, Cells]]:
    """The rows of a table by their headings; rows are counted from the heading, which is 1."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, strict=True)
        number = 1
        try:
            headings = next(reader, [])
            if missing := [name for name in leading if name not in headings]:
                raise _bad(Where(path.name, 1), missing[0], "is no column of it", FORM)
            for number, row in enumerate(reader, 2):
                if len(row) != len(headings):
                    what = f"has {len(row)} cells where the heading has {len(headings)}"
                    raise _bad(Where(path.name, number), "row", what, FORM)
                yield Where(path.name, number), dict(zip(headings, row, strict=True))
        except UnicodeDecodeError:
            raise _bad(Where(path.name, number), "file", "is not UTF-8 text", "save it as UTF-8") from None
        except csv.Error as error:
            raise _bad(Where(path.name, number), "file", f"is not CSV: {error}", FORM) from None


def _node(where: Where, cells: Cells, model: Model) -> Row:
    label = cells["label"]
    return Row(cells[ID], (label,), "", _properties(where, cells, LABELS, label, model))


def _link(where: Where, cells: Cells, model: Model) -> Row:
    type_, start, end = (cells[name] for name in ENDS)
    try:
        ends = (model.label_of_id(start).label, model.label_of_id(end).label)
    except UnknownTerm as error:
        raise _bad(where, "start", str(error), FORM) from None
    return Row(cells[ID], (type_, *ends), "", _properties(where, cells, ENDS, type_, model), start, end)


def _properties(where: Where, cells: Cells, leading: tuple[str, ...], owner: str, model: Model) -> dict[str, Value]:
    known = _by_name(owner, model)
    properties: dict[str, Value] = {ID: cells[ID]}
    for heading, cell in cells.items():
        name = heading.removeprefix(PROPERTY)
        if cell and heading not in (ID, *leading) and name not in DERIVED:
            kind = known[name].kind if name in known else PropertyKind.TEXT
            is_list = kind is PropertyKind.TEXT_LIST or name.endswith(NARROWED)
            try:
                properties[name] = _value(read_cell(cell, is_list), kind)
            except ValueError:
                raise _bad(where, heading, f"'{cell}' is no {kind}", FORM) from None
    return properties


def _value(value: Value, kind: PropertyKind) -> Value:
    match kind:
        case PropertyKind.INTEGER:
            return int(value)
        case PropertyKind.DECIMAL:
            return float(value)
        case PropertyKind.BOOLEAN:
            return {"true": True, "false": False}.get(str(value).lower(), value)
    return value


@cache
def _by_name(owner: str, model: Model) -> dict[str, Property]:
    return {p.name: p for p in (*declared_of(owner, model), *SHARED)}


def _bad(where: Where, field: str, what: str, remedy: str) -> BadTables:
    return BadTables([Problem(where, field, what, remedy)])
