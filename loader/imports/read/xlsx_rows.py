"""The sheets of a workbook as rows: merged cells in each of their rows, days as days, formulas by their results."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path

from loader.imports.read import limits
from loader.imports.read.csv_rows import tidy_cell
from loader.imports.read.opened import open_seekable
from loader.imports.read.workbook_parts import Parts, SheetPart, decode, elements, open_book, read_parts
from loader.imports.rows import BadFile, CellKind, Row

PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
WORDS_OF_TRUTH = {"1": "TRUE", "0": "FALSE"}
Cells = dict[int, tuple[str, CellKind | None]]


@dataclass(frozen=True)
class _Merged:
    """A merged cell: its first and last row and column, rows from 1 and columns from 0."""

    first_row: int
    last_row: int
    first: int
    last: int


def list_sheets(path: Path) -> list[SheetPart]:
    """The sheets of a workbook. Raises BadFile."""
    with open_seekable(path) as file, open_book(file, path.name) as book:
        return read_parts(book, path.name).sheets


def read_xlsx(path: Path, sheets: tuple[str, ...] = ()) -> Iterator[Row]:
    """The rows of the named sheets, or of the first that is not hidden. Raises BadFile."""
    with open_seekable(path) as file, open_book(file, path.name) as book:
        parts = read_parts(book, path.name)
        for sheet in choose_sheets(parts.sheets, sheets, path.name):
            yield from _read_sheet(book, sheet, parts, path.name)


def choose_sheets(there: list[SheetPart], names: tuple[str, ...], file: str) -> list[SheetPart]:
    """The named sheets in the order of the names, or the first that is not hidden. Raises BadFile that lists them."""
    listed = ", ".join(sheet.name for sheet in there) or "none"
    chosen = []
    for name in names:
        found = next((sheet for sheet in there if sheet.name == name), None)
        if found is None:
            raise BadFile(f"{file} has no sheet '{name}': it has {listed}")
        chosen.append(found)
    if not names:
        chosen = [sheet for sheet in there if not sheet.is_hidden][:1]
        if not chosen:
            raise BadFile(f"{file} has no sheet that is shown: it has {listed}")
    return chosen


def _read_sheet(book: zipfile.ZipFile, sheet: SheetPart, parts: Parts, file: str) -> Iterator[Row]:
    merged = _read_merged(book, sheet)
    held: dict[_Merged, tuple[str, CellKind | None]] = {}
    cells: Cells = {}
    expected, parsed = 1, ""
    formula = False
    for tag, attributes, text in elements(book, sheet.part, {"row", "c", "v", "f", "t"}):
        if tag == "f":
            formula = True
        elif tag in ("v", "t"):
            parsed = parsed + text if tag == "t" else text
        elif tag == "c":
            column = _column(attributes.get("r", ""), len(cells))
            if column >= limits.COLUMNS and parsed:
                what = f"sheet {sheet.name} of {file} has a cell in column {column + 1:,}"
                raise BadFile(f"{what}, and no more than {limits.COLUMNS:,} are read: take the far columns away")
            if parsed or formula:
                cells[column] = _cell(attributes, parsed, formula, parts)
            parsed, formula = "", False
        else:
            number = int(attributes.get("r", expected))
            if number > limits.ROWS:
                raise BadFile(f"sheet {sheet.name} of {file} has more than {limits.ROWS:,} rows: split it")
            for blank in range(expected, number):
                yield _row(sheet.name, blank, {}, merged, held)
            yield _row(sheet.name, number, cells, merged, held)
            cells, expected = {}, number + 1


def _read_merged(book: zipfile.ZipFile, sheet: SheetPart) -> list[_Merged]:
    """The merged cells, which a sheet's part has after its rows: a pass of its own."""
    found = []
    for _, attributes, _ in elements(book, sheet.part, {"mergeCell"}):
        begin, _, end = attributes.get("ref", "").partition(":")
        one, other = PLACE.fullmatch(begin), PLACE.fullmatch(end)
        if one and other:
            last = min(_number(other[1]), limits.COLUMNS - 1)
            found.append(_Merged(int(one[2]), int(other[2]), _number(one[1]), last))
        if len(found) > limits.MERGED:
            raise BadFile(f"sheet {sheet.name} has more than {limits.MERGED:,} merged cells: take the merging away")
    return sorted(found, key=lambda m: m.first_row)


def _row(
    sheet: str, number: int, cells: Cells, merged: list[_Merged], held: dict[_Merged, tuple[str, CellKind | None]]
) -> Row:
    """A row with what merged cells that it lies in say; `held` are those that began."""
    while merged and merged[0].first_row <= number:
        area = merged.pop(0)
        held[area] = cells.get(area.first, ("", None))
    lent: set[int] = set()
    for area in [a for a in held if a.last_row < number]:
        del held[area]
    for area, cell in held.items():
        for column in range(area.first, area.last + 1) if cell[0] else ():
            if column not in cells:
                cells[column] = cell
                lent.add(column)
    size = max(cells, default=-1) + 1
    texts, kinds = [], dict[int, CellKind]()
    for column in range(size):
        text, kind = cells.get(column, ("", None))
        tidy, hidden = tidy_cell(text)
        texts.append(tidy)
        if kind or hidden:
            kinds[column] = kind or CellKind.HIDDEN
    return Row(sheet, number, tuple(texts), kinds, frozenset(lent))


def _cell(attributes: Mapping[str, str], text: str, formula: bool, parts: Parts) -> tuple[str, CellKind | None]:
    """A cell's text and what it is beside."""
    sort = attributes.get("t", "n")
    if formula and not text:
        return "=", CellKind.UNRECKONED
    if sort == "e":
        return text, CellKind.ERROR
    if sort == "s":
        number = int(text) if text.isdecimal() else -1
        return (parts.texts[number] if 0 <= number < len(parts.texts) else ""), None
    if sort in ("str", "inlineStr"):
        return decode(text), CellKind.FORMULA if formula else None
    if sort == "b":
        return WORDS_OF_TRUTH.get(text, text), CellKind.FORMULA if formula else None
    if sort == "d":
        return text[:10], CellKind.DAY
    style = int(attributes.get("s", 0))
    if style in parts.days and (day := _day(text, parts.begins_1904)):
        return day, CellKind.DAY
    number_text = _number_text(text, style in parts.percents)
    return number_text, CellKind.FORMULA if formula else CellKind.NUMBER


def _number_text(text: str, is_percent: bool) -> str:
    """A number as a person would write it: no digit more than the fifteen that a spreadsheet has."""
    try:
        number = Decimal(f"{float(text):.15g}")
    except (ValueError, OverflowError, InvalidOperation):
        return text
    if not number.is_finite() or abs(number.adjusted()) > 40:
        return text
    shown = f"{number * 100 if is_percent else number:f}"
    shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    return f"{shown} %" if is_percent else shown


def _day(serial: str, begins_1904: bool) -> str | None:
    """The day that a number of a spreadsheet stands for; None for what is none (a time of day, or before 1900)."""
    try:
        days = int(float(serial))
        if days < 1:
            return None
        begin = datetime(1904, 1, 1) if begins_1904 else datetime(1899, 12, 31) - timedelta(days=days > 59)
        return (begin + timedelta(days=days)).date().isoformat()
    except (ValueError, OverflowError):
        return None


def _column(place: str, count: int) -> int:
    match = PLACE.fullmatch(place)
    return _number(match[1]) if match else count


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
