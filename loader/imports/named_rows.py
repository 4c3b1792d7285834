"""Rows with their cells by heading: what stands above the headings, left-out rows and blank rows are gone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ledger.evidence import hash_passage
from ledger.nearest import did_you_mean, nearest
from loader.imports.mapping import LeaveOut, Reading
from loader.imports.remedies import in_yaml
from loader.imports.rows import BadFile, CellKind, CellProblem, Row
from loader.imports.sums import find_total
from loader.records import Severity


@dataclass(frozen=True)
class Cell:
    """A cell's text and what it is beside; `lent`: it stands in a merged cell, or above, and holds for this row too."""

    text: str
    kind: CellKind | None = None
    lent: bool = False


@dataclass(frozen=True)
class LeftOutRow:
    """A row that the mapping leaves out, and why it says so."""

    sheet: str
    number: int
    because: str


EMPTY = Cell("")


@dataclass(frozen=True)
class NamedRow:
    """A row of the list: its place, its cells by heading, and the fingerprint of it as it stands in the file."""

    sheet: str
    number: int
    cells: dict[str, Cell]
    sha256: str
    text: str

    def cell(self, heading: str) -> Cell:
        """The cell under a heading, empty where the row ends before it."""
        return self.cells.get(heading, EMPTY)


def letter_of(column: int) -> str:
    """The letters by which spreadsheets call a column, from 0: A, B … AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def make_headings(rows: list[Row]) -> list[str]:
    """The headings of the columns: parts above one another joined by a bar, no two the same, none empty."""
    size = max((len(row.cells) for row in rows), default=0)
    headings: list[str] = []
    for column in range(size):
        parts = dict.fromkeys(row.cells[column] for row in rows if column < len(row.cells) and row.cells[column])
        name = " / ".join(parts) or f"Column {letter_of(column)}"
        headings.append(f"{name} ({letter_of(column)})" if name in headings else name)
    return headings


@dataclass
class _Sheet:
    """What is known of the sheet that is being read."""

    name: str
    above: list[Row]
    headings: list[str]
    last: dict[str, Cell]


def name_rows(
    rows: Iterable[Row], reading: Reading, file: str, columns: Iterable[str] = ()
) -> Iterator[NamedRow | LeftOutRow | CellProblem]:
    """The rows of the list, those that are left out, and what is told of them.

    Raises BadFile where the headings are not there, or one of the columns that are needed is not.
    """
    needed = tuple(dict.fromkeys((*columns, *reading.fill_down, *(rule.column for rule in reading.leave_out))))
    sheet: _Sheet | None = None
    for row in rows:
        if sheet is None or row.sheet != sheet.name:
            sheet = _Sheet(row.sheet, [], [], {})
        if row.number in reading.headings:
            sheet.above.append(row)
        if row.number <= max(reading.headings):
            if row.number == max(reading.headings):
                sheet.headings = make_headings(sheet.above)
                _find_columns(needed, sheet, file)
            continue
        if not row.is_blank:
            yield from _name(row, sheet, reading, file)
    if sheet is None or not sheet.headings:
        raise BadFile(f"{file} ends before row {max(reading.headings)}, where the mapping has its headings")


def _find_columns(needed: Iterable[str], sheet: _Sheet, file: str) -> None:
    for name in needed:
        if name not in sheet.headings:
            where = f"sheet {sheet.name} of {file}" if sheet.name else file
            near = did_you_mean(nearest(name, sheet.headings))
            raise BadFile(f"{where} has no column '{name}'{near}: its headings are {', '.join(sheet.headings)}")


def _name(row: Row, sheet: _Sheet, reading: Reading, file: str) -> Iterator[NamedRow | LeftOutRow | CellProblem]:
    cells = {
        heading: Cell(text, row.kinds.get(column), column in row.merged)
        for column, (heading, text) in enumerate(zip(sheet.headings, row.cells, strict=False))
        if text
    }
    more = [letter_of(c) for c, text in enumerate(row.cells) if c >= len(sheet.headings) and text]
    if rule := next((rule for rule in reading.leave_out if _is_left_out(rule, cells)), None):
        yield LeftOutRow(row.sheet, row.number, rule.because)
        return
    blank = {text.casefold() for text in reading.blank}
    cells = {heading: cell for heading, cell in cells.items() if cell.text.casefold() not in blank}
    for heading in reading.fill_down:
        if heading in cells:
            sheet.last[heading] = replace(cells[heading], lent=True)
        elif heading in sheet.last and cells:
            cells[heading] = sheet.last[heading]
    named = NamedRow(row.sheet, row.number, cells, hash_passage(row.text), row.text)
    if more:
        what, remedy = "has a value and no heading", "write a heading above it, or take it out"
        yield CellProblem(file, row.sheet, row.number, more[0], what, remedy, Severity.WARNING)
    yield from _odd_cells(named, file)
    if total := find_total(
        {heading: cell.text for heading, cell in cells.items() if not cell.lent}, len(sheet.headings)
    ):
        is_sum = f"{{column: {in_yaml(total)}, is: [{in_yaml(cells[total].text)}], because: …}}"
        none = "where it is none, fill what is empty in its row, or write the name in full"
        remedy = f"say so in the mapping: `leave_out: [{is_sum}]`; {none}"
        yield CellProblem(file, row.sheet, row.number, total, "seems to be a sum of other rows", remedy)
    yield named


def _is_left_out(rule: LeaveOut, cells: dict[str, Cell]) -> bool:
    text = cells.get(rule.column, EMPTY).text
    if not rule.is_ and not rule.begins:
        return not text
    return text in rule.is_ or (bool(text) and text.startswith(tuple(rule.begins)) if rule.begins else False)


def _odd_cells(row: NamedRow, file: str) -> Iterator[CellProblem]:
    """What is told of cells that are no plain text or number."""
    for heading, cell in row.cells.items():
        if cell.kind is CellKind.UNRECKONED:
            what, remedy = (
                "is a formula whose result the file does not hold",
                "open it in a spreadsheet program and save it",
            )
            yield CellProblem(file, row.sheet, row.number, heading, what, remedy)
        elif cell.kind is CellKind.ERROR:
            yield CellProblem(file, row.sheet, row.number, heading, f"is an error, {cell.text}", "mend the formula")
        elif cell.kind is CellKind.FORMULA:
            what, remedy = f"is a formula: its result, {cell.text}, is taken as the file has it", "see that it is right"
            yield CellProblem(file, row.sheet, row.number, heading, what, remedy, Severity.WARNING)
        elif cell.kind is CellKind.HIDDEN:
            what, remedy = "held characters that nobody sees", "they were taken out"
            yield CellProblem(file, row.sheet, row.number, heading, what, remedy, Severity.WARNING)
