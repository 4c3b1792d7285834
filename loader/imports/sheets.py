"""The rows of a file by its format, in the order of the file; formats are listed here and nowhere else."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loader.imports.mapping import Reading
from loader.imports.read.csv_rows import find_dialect, read_csv
from loader.imports.read.json_rows import read_json_rows
from loader.imports.read.opened import endings_of, open_file
from loader.imports.read.xlsx_rows import choose_sheets, list_sheets, read_xlsx
from loader.imports.rows import BadFile, Row

TEXT_ENDINGS = (".csv", ".tsv", ".tab", ".txt", "")
WORKBOOKS = (".xlsx", ".xlsm")
OBJECTS = (".json", ".jsonl", ".ndjson")


@dataclass(frozen=True)
class SheetFile:
    """A file as rows: its sheets (one without a name where the format has none), and what was found out of it."""

    path: Path
    sheets: tuple[str, ...]
    rows: Iterator[Row]
    found: tuple[str, ...] = ()
    has_headings: bool = True
    """Whether the headings stand in rows of it, whose number the mapping says; objects name their fields."""


def open_sheets(path: Path, reading: Reading) -> SheetFile:
    """The file by its ending, and by its first bytes where that says nothing. Raises BadFile, OSError."""
    ending = endings_of(path)
    if ending in WORKBOOKS or _begins(path, b"PK\x03\x04"):
        chosen = choose_sheets(list_sheets(path), tuple(reading.sheets), path.name)
        names = tuple(sheet.name for sheet in chosen)
        return SheetFile(path, names, read_xlsx(path, names), (f"sheets read: {', '.join(names)}",))
    if ending in OBJECTS:
        return SheetFile(path, ("",), read_json_rows(path), (), has_headings=False)
    if ending in TEXT_ENDINGS:
        dialect = find_dialect(path, reading.encoding, reading.delimiter)
        return SheetFile(path, ("",), read_csv(path, dialect), dialect.found)
    raise BadFile(f"{path.name} is of no format that is read: CSV, TSV, XLSX, JSON, JSON Lines, each also as .gz")


def _begins(path: Path, sign: bytes) -> bool:
    with open_file(path) as file:
        return file.read(len(sign)) == sign


def sheet_names(path: Path) -> tuple[str, ...]:
    """The sheets of a workbook that are shown; none of a file that has no sheets. Raises BadFile, OSError."""
    if endings_of(path) not in WORKBOOKS and not _begins(path, b"PK\x03\x04"):
        return ()
    return tuple(sheet.name for sheet in list_sheets(path) if not sheet.is_hidden)
