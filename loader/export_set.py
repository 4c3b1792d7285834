"""A set of records taken along: as JSON Lines, which load to the same graph, as two tables, or as GraphML."""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cypher.exports.csv_text import write_csv_rows
from cypher.exports.graphml_text import write_graphml
from cypher.results import GraphEdge, Value
from loader.check import Checked
from loader.read import read_records
from loader.read.files import OF_THE_SET, coverage_files
from loader.records import RawRecord
from loader.rows import Row, make_rows

HIDDEN = ("record_hash", "search_text")
"""What is stored for the machine alone."""
ENDS = ("type", "start", "end")


class NotEmptyFolder(Exception):
    """A folder to write into that holds something."""


@dataclass(frozen=True)
class SetFormat:
    """A format by its name; `loses`: what of the set it does not hold, in a sentence for people."""

    name: str
    loses: str
    write: Callable[[Checked, Path], Iterable[Path]]


def export_set(checked: Checked, form: SetFormat, into: Path) -> tuple[Path, ...]:
    """Write a sound set into a folder that is not there or is empty; the files that were written.

    Raises NotEmptyFolder, and OSError.
    """
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise NotEmptyFolder(f"{into} is not empty: name a folder that is not there yet, or is empty")
    into.mkdir(parents=True, exist_ok=True)
    return tuple(form.write(checked, into))


def _write_json_lines(checked: Checked, into: Path) -> Iterator[Path]:
    """Every record in a line, and what else the set's files say, as it is."""
    folder = checked.folder
    copied = [(folder / name, name) for name in OF_THE_SET if (folder / name).is_file()]
    for path, name in (*copied, *coverage_files(folder)):
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, into / name)
        yield into / name
    lines = (json.dumps(r.fields, ensure_ascii=False) for r in read_records(folder) if isinstance(r, RawRecord))
    yield _write(into / "records.jsonl", (f"{line}\n" for line in lines))


def _write_tables(checked: Checked, into: Path) -> Iterator[Path]:
    """A table of nodes and one of relationships, a column a property."""
    rows = make_rows(checked)
    yield _write(into / "nodes.csv", _table(rows.nodes, ("label",)))
    yield _write(into / "relationships.csv", _table(rows.relationships, ENDS))


def _write_graphml(checked: Checked, into: Path) -> Iterator[Path]:
    rows = make_rows(checked)
    nodes: dict[str, dict[str, Value]] = {r.id: {"label": r.group[0], **_shown(r)} for r in rows.nodes}
    edges = [
        (GraphEdge(r.id, r.group[0], r.start, r.end, {}), {"type": r.group[0], **_shown(r)}) for r in rows.relationships
    ]
    about = {"data_set": checked.data_set.name, "title": checked.data_set.title, "version": rows.version}
    yield _write(into / f"{checked.data_set.name}.graphml", [write_graphml(about, nodes, edges)])


def _table(rows: Iterable[Row], leading: tuple[str, ...]) -> Iterator[str]:
    """The rows are gone through twice: once for the columns, in the order in which they first come."""
    rows = list(rows)
    names = dict.fromkeys(name for row in rows for name in _shown(row))
    columns = ("id", *leading, *(n for n in names if n not in ("id", *leading)))
    return write_csv_rows(columns, (_cells(row, columns) for row in rows))


def _cells(row: Row, columns: Sequence[str]) -> list[Value]:
    values: dict[str, Value] = {"label": row.group[0], "type": row.group[0], "start": row.start, "end": row.end}
    told = {**_shown(row), **values, "id": row.id}
    return [_as_cell(told.get(name)) for name in columns]


def _as_cell(value: Value) -> Value:
    """A list by its items, so that one cell holds it."""
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else value


def _shown(row: Row) -> dict[str, Value]:
    return {name: value for name, value in row.properties.items() if name not in HIDDEN}


def _write(path: Path, parts: Iterable[str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(parts)
    return path


SET_FORMATS = (
    SetFormat("jsonl", "comments, and which file a record stood in", _write_json_lines),
    SetFormat("csv", "which lists have one item and which are texts; it is not read back", _write_tables),
    SetFormat("graphml", "which lists have one item and which are texts; it is not read back", _write_graphml),
)
"""The formats in which a whole set is taken along."""
