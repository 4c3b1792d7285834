"""A set as two tables, nodes and relationships, a column a property, which are read back exactly."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from cypher.exports.csv_text import write_csv_rows
from cypher.results import Value
from loader.exports.cells import write_cell
from loader.exports.files import write_lines, write_own_files
from loader.exports.taken import TakenSet
from loader.rows import Row

NODES, RELATIONSHIPS = "nodes.csv", "relationships.csv"
HIDDEN = ("record_hash", "search_text")
"""What is stored for the machine alone."""
ID, LABELS, ENDS = "id", ("label",), ("type", "start", "end")
"""The columns that every row has: of nodes the label, of relationships type and ends."""
PROPERTY = "property "


def write_tables(taken: TakenSet, into: Path) -> Iterator[Path]:
    """The tables, with what the set says of itself beside them."""
    yield from write_own_files(taken, into)
    yield write_lines(into / NODES, _table(taken.rows.nodes, LABELS))
    yield write_lines(into / RELATIONSHIPS, _table(taken.rows.relationships, ENDS))


def shown(row: Row) -> dict[str, Value]:
    """A row's properties but for what only the machine reads."""
    return {name: value for name, value in row.properties.items() if name not in HIDDEN}


def _table(rows: Iterable[Row], leading: tuple[str, ...]) -> Iterator[str]:
    """The rows are gone through twice: once for the columns, in the order in which they first come."""
    names = tuple(dict.fromkeys(name for row in rows for name in shown(row) if name != ID))
    columns = (ID, *leading, *(column_of(name, leading) for name in names))
    return write_csv_rows(columns, (_cells(row, leading, names) for row in rows))


def column_of(name: str, leading: Sequence[str]) -> str:
    """The heading of a property: its name, unless a column of the table itself is called so."""
    return f"{PROPERTY}{name}" if name in leading or name.startswith(PROPERTY) else name


def _cells(row: Row, leading: Sequence[str], names: Sequence[str]) -> list[Value]:
    own = {"label": row.group[0], "type": row.group[0], "start": row.start, "end": row.end}
    told = shown(row)
    return [row.id, *(own[name] for name in leading), *(write_cell(told.get(name)) for name in names)]
