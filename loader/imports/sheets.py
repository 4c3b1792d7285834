"""The rows of a file by its format, in the order of the file; formats are listed here and nowhere else."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from loader.imports.mapping import Reading
from loader.imports.read import limits
from loader.imports.read.csv_rows import find_dialect, read_csv
from loader.imports.read.json_rows import read_json_rows
from loader.imports.read.opened import endings_of, open_file, stem_of
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
    if path.is_dir():
        return _open_folder(path, reading)
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


def _open_folder(folder: Path, reading: Reading) -> SheetFile:
    """The files of a folder as sheets of one list, each called by its name. Raises BadFile where they are not alike."""
    endings = (*TEXT_ENDINGS[:-1], *WORKBOOKS, *OBJECTS)
    paths = sorted(p for p in folder.iterdir() if p.is_file() and p.name[0] != "." and endings_of(p) in endings)
    if not paths:
        raise BadFile(f"the folder {folder.name} holds no sheet: CSV, TSV, XLSX, JSON or JSON Lines")
    if len(paths) > limits.FILES:
        raise BadFile(f"the folder {folder.name} holds more than {limits.FILES:,} files: bring them in by parts")
    files = [open_sheets(p, reading) for p in paths]
    if len({file.has_headings for file in files}) > 1:
        raise BadFile(f"the folder {folder.name} holds sheets and lists of objects: bring them in apart")
    found = tuple(f"{file.path.name}: {text}" for file in files for text in file.found)
    stems = [stem_of(p) for p in paths]
    if twice := next((stem for stem in stems if stems.count(stem) > 1), None):
        raise BadFile(
            f"the folder {folder.name} holds two files called {twice}: each is a source, and needs a name of its own"
        )
    names = {(f.path, s): f"{stem_of(f.path)} {s}".strip() for f in files for s in f.sheets}

    def rows() -> Iterator[Row]:
        for file in files:
            yield from (replace(row, sheet=names[file.path, row.sheet]) for row in file.rows)

    return SheetFile(folder, tuple(names.values()), rows(), found, files[0].has_headings)


def _begins(path: Path, sign: bytes) -> bool:
    with open_file(path) as file:
        return file.read(len(sign)) == sign


def sheet_names(path: Path) -> tuple[str, ...]:
    """The sheets of a workbook that are shown; none of a file that has no sheets. Raises BadFile, OSError."""
    if path.is_dir():
        return ()
    if endings_of(path) not in WORKBOOKS and not _begins(path, b"PK\x03\x04"):
        return ()
    return tuple(sheet.name for sheet in list_sheets(path) if not sheet.is_hidden)
