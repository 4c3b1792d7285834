"""Files for `neo4j-admin database import full`, which fills an empty database faster than anything else: a file a label
and a file a type, with typed headings, the constraints apart, and the command.

An empty cell is no value, and an empty text stands in quotes; the items of a list are parted by a sign that no record
holds, U+001F, since the importer knows no way to write that sign itself within an item.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO, TypeAlias

from cypher.errors import GraphError
from cypher.exports.script import end_statements
from cypher.results import Value
from cypher.schema import constraints
from loader.exports.files import write_lines
from loader.exports.taken import TakenSet
from loader.rows import Row

COMMAND, CONSTRAINTS = "import-command.txt", "constraints.cypher"
SPACE = "set"
"""The importer's name for the ids of this set, which are unique in it whatever their label."""
OF_NODES = (f"id:ID({SPACE})", ":LABEL")
OF_RELATIONSHIPS = ("id:string", ":TYPE", f":START_ID({SPACE})", f":END_ID({SPACE})")
PARTS = "\x1f"
TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}
Columns: TypeAlias = dict[str, str]
"""The properties of the rows of one file, each with its type in the importer's words."""


class NoAdminFile(GraphError):
    """A value that the importer cannot be given."""


def write_admin_files(taken: TakenSet, into: Path) -> Iterator[Path]:
    """The files of nodes and relationships, the constraints, and the command, which is run in their folder.

    Raises NoAdminFile for a property that is a text here and a list there, and for a list whose item holds U+001F.
    """
    of_set = Row(str(taken.signature["id"]), ("DataSet",), "", dict(taken.signature))
    nodes = [path for rows in (taken.rows.nodes, [of_set]) for path in _write_files(into, "nodes", OF_NODES, rows)]
    links = list(_write_files(into, "relationships", OF_RELATIONSHIPS, taken.rows.relationships))
    yield from (*nodes, *links)
    yield write_lines(into / CONSTRAINTS, end_statements(constraints(taken.model)))
    yield write_lines(into / COMMAND, [f"{write_command(nodes, links)}\n"])


def write_command(nodes: Iterable[Path], relationships: Iterable[Path], database: str = "neo4j") -> str:
    """The command for a shell, with its files by their names."""
    named = [*(f"--nodes={path.name}" for path in nodes), *(f"--relationships={p.name}" for p in relationships)]
    options = ("--id-type=string", "--array-delimiter=U+001F", "--multiline-fields=true", *named)
    return " \\\n  ".join((f"neo4j-admin database import full {database}", *options))


def _write_files(into: Path, stem: str, leading: Sequence[str], rows: Iterable[Row]) -> Iterator[Path]:
    """A file for each label or type; the rows are gone through twice, once for the columns."""
    columns = _find_columns(rows)
    with ExitStack() as stack:
        files: dict[str, IO[str]] = {}
        for group, of_it in columns.items():
            path = into / f"{stem}-{group}.csv"
            files[group] = stack.enter_context(path.open("w", encoding="utf-8", newline=""))
            files[group].write(_line((*leading, *(f"{name}:{type_}" for name, type_ in of_it.items()))))
            yield path
        for row in rows:
            group = row.group[0]
            files[group].write(_line((*_leading(row), *_values(row, columns[group]))))


def _find_columns(rows: Iterable[Row]) -> dict[str, Columns]:
    found: dict[str, Columns] = {}
    for row in rows:
        columns = found.setdefault(row.group[0], {})
        for name, value in row.properties.items():
            if name != "id" and value is not None:
                columns[name] = _wider(columns.get(name), _type_of(value), f"{name} of {row.id}")
    return found


def _type_of(value: Value) -> str:
    if isinstance(value, list | tuple):
        types = {TYPES.get(type(item), "string") for item in value}
        return f"{types.pop() if len(types) == 1 else 'string'}[]"
    return TYPES.get(type(value), "string")


def _wider(known: str | None, type_: str, where: str) -> str:
    """The type that holds both: a text where they differ, which only a changed graph makes them do."""
    if known is None or known == type_:
        return type_
    if known.endswith("[]") != type_.endswith("[]"):
        raise NoAdminFile(f"{where} is {type_}, and {known} elsewhere", "give it one type, or take another format")
    return "string[]" if type_.endswith("[]") else "string"


def _leading(row: Row) -> tuple[str, ...]:
    return (row.id, row.group[0], *((row.start, row.end) if row.start else ()))


def _values(row: Row, columns: Columns) -> Iterator[str | None]:
    for name in columns:
        value = row.properties.get(name)
        yield _join(value, f"{name} of {row.id}") if isinstance(value, list | tuple) else _plain(value)


def _join(items: Sequence[Value], where: str) -> str:
    texts = [_plain(item) or "" for item in items]
    if any(PARTS in text for text in texts):
        raise NoAdminFile(f"{where} has an item with U+001F, which parts items", "take it out, or take another format")
    return PARTS.join(texts)


def _plain(value: Value) -> str | None:
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)


def _line(cells: Iterable[str | None]) -> str:
    """Every text in quotes, so that an empty one is not taken for none."""
    return ",".join("" if cell is None else '"{}"'.format(cell.replace('"', '""')) for cell in cells) + "\n"
