"""A value of the mapping, read from a row: text, term, figure, date, share or country, with what is told beside it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from cypher.model import Model
from cypher.model.declarations import Property, PropertyKind
from ledger.amounts import SCALES
from ledger.nearest import did_you_mean, nearest
from loader.imports.mapping import AS_IT_IS, NOTHING, UNDECIDED, ColumnValue, Reading, Value
from loader.imports.named_rows import NamedRow
from loader.imports.rows import CellKind, CellProblem
from loader.imports.values.amount_parts import AmountRules
from loader.imports.values.amounts import read_amount, read_share, read_written
from loader.imports.values.dates import DateRules, read_date
from loader.imports.values.numbers import read_number
from loader.imports.values.unreadable import ReadValue, Unreadable
from loader.records import Severity

T = TypeVar("T")
PLACE = re.compile(r"\{([^{}]+)\}")
FIGURES = ("amount", "equivalent", "paid_out", "undisbursed", "repaid", "outstanding")
OF_THE_FILE = ("file", "sheet", "row", "source", "fingerprint")
"""What a text may name beside columns."""
ONE_OF_SEVERAL = (
    "make two rows of it: one figure is one deal; where one says that there is none, say so in its column's `values`, "
    "as `nothing`"
)


@dataclass
class RowReader:
    """Reads values from one row at a time and collects what is told of it."""

    file: str
    source: str
    reading: Reading
    model: Model
    row: NamedRow
    problems: list[CellProblem] = field(default_factory=list)

    def tell(self, column: str, what: str, remedy: str, severity: Severity = Severity.PROBLEM) -> None:
        """Note something of a cell."""
        self.problems.append(CellProblem(self.file, self.row.sheet, self.row.number, column, what, remedy, severity))

    def text(self, value: Value) -> str | None:
        """A text as it is meant: the constant, with columns filled in; the cell; or what the table says of it.

        None where the row has none: an empty cell, or one that the table calls nothing.
        """
        if isinstance(value, str):
            return self._fill_in(value)
        if isinstance(value, list):
            return self._only(value, self._column_text)
        return self._column_text(value)

    def of_each_name(self, value: Value) -> list["RowReader"]:
        """Readers of the row, one a name of a cell that holds several: for each the cell is that name alone.

        A cell that the table of values has as a whole is one.
        """
        if not isinstance(value, ColumnValue) or not value.split:
            return [self]
        cell = self.row.cell(value.column)
        if cell.text.casefold() in (key.casefold() for key in value.values):
            return [self]
        names = [name for part in cell.text.split(value.split) if (name := part.strip())]
        rows = (replace(self.row, cells={**self.row.cells, value.column: replace(cell, text=name)}) for name in names)
        return [replace(self, row=row) for row in rows] or [self]

    def texts(self, value: Value) -> list[str]:
        """The names of a cell that holds several."""
        text = self.text(value)
        split = value.split if isinstance(value, ColumnValue) else None
        if text is None:
            return []
        return [part for t in text.split(split) if (part := t.strip())] if split else [text]

    def figure(self, value: Value) -> ReadValue | None:
        """A figure as records write it."""
        if isinstance(value, str):
            return self._figure_in_a_text(value)
        columns = value if isinstance(value, list) else [value]
        return self._only(columns, self._column_figure)

    def _figure_in_a_text(self, value: str) -> ReadValue | None:
        """A figure that the mapping writes around what columns hold: `USD {Amount} million`."""
        text, named = self._fill_in(value), [name for name in PLACE.findall(value) if name not in OF_THE_FILE]
        if text is None or not named:
            return ReadValue(text) if text else None
        numbers = self.reading.numbers
        rules = AmountRules(decimal=numbers.decimal, currencies=numbers.currencies)
        is_number = all(self._is_number(name) for name in named)
        return self._take(named[0], lambda: read_amount(text, rules, is_number))

    def date(self, value: Value) -> str | None:
        """A date as records write it."""
        rules = DateRules(self.reading.dates.order, self.reading.dates.fiscal_year_ends)
        return self._read(value, lambda text, _: read_date(text, rules))

    def share(self, value: Value) -> str | None:
        """Per cent of a whole, or another number with decimals."""
        return self._read(
            value, lambda text, is_number: read_share(text, self.reading.numbers.decimal, is_number, True)
        )

    def number(self, value: Value) -> str | None:
        """Any other number."""
        decimal = self.reading.numbers.decimal

        def read(text: str, is_number: bool) -> ReadValue:
            sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
            return ReadValue(f"{sign}{read_number(digits, '.' if is_number else decimal):f}")

        return self._read(value, read)

    def property(self, declared: Property | None, name: str, value: Value) -> str | list[str] | None:
        """A property's value by what its kind holds."""
        if declared is None or declared.kind is PropertyKind.TEXT:
            return self.text(value)
        match declared.kind:
            case PropertyKind.DATE:
                return self.date(value)
            case PropertyKind.DECIMAL:
                return self.share(value) if name == "share" else self.number(value)
            case PropertyKind.INTEGER:
                return self.number(value)
            case PropertyKind.TEXT_LIST:
                return self.texts(value) or None
            case PropertyKind.TERM:
                return self.term(value, declared.terms)
        return self.text(value)

    def term(self, value: Value, terms: tuple[str, ...]) -> str | None:
        """One of a property's terms; a text of the sheet that is none is told with the table in which to decide."""
        text = self.text(value)
        if text is None:
            return None
        plain = "_".join(text.casefold().replace("-", " ").split())
        if plain in terms:
            return plain
        column = value.column if isinstance(value, ColumnValue) else ""
        near = did_you_mean(nearest(plain, terms))
        self.tell(column, f"'{text}' is none of the model's terms", f"say in the mapping's `values` which it is{near}")
        return None

    def _column_text(self, value: ColumnValue) -> str | None:
        cell = self.row.cell(value.column)
        if value.values:
            listed = {key.casefold(): meant for key, meant in value.values.items()}
            meant = listed.get(cell.text.casefold(), value.otherwise if cell.text else None)
            if cell.text and meant is None:
                self.tell(
                    value.column, f"'{cell.text}' is not in the table of values", "add it in the mapping's `values`"
                )
            if cell.text and meant == UNDECIDED:
                self.tell(
                    value.column, f"nobody has decided what '{cell.text}' is", "decide it in the mapping's `values`"
                )
            if meant == AS_IT_IS:
                return cell.text
            return None if meant in (None, UNDECIDED, NOTHING) else meant
        return cell.text or None

    def _column_figure(self, value: ColumnValue) -> ReadValue | None:
        cell = self.row.cell(value.column)
        if not cell.text:
            return None
        unit = value.unit if isinstance(value.unit, str) else value.unit and self._column_text(value.unit)
        numbers = self.reading.numbers
        scale = SCALES[value.scale] if value.scale else 1
        rules = AmountRules(
            unit or None, scale, numbers.decimal, numbers.currencies, value.unless_stated,
            unit_of_the_row=isinstance(value.unit, ColumnValue),
        )  # fmt: skip
        listed = {key.casefold(): meant for key, meant in value.values.items()}
        if (meant := listed.get(cell.text.casefold(), value.otherwise or AS_IT_IS)) != AS_IT_IS:
            if (text := self._column_text(value)) is None:
                return None
            return self._take(value.column, lambda: read_written(meant, rules)) if text == meant else None
        return self._take(value.column, lambda: read_amount(cell.text, rules, self._is_number(value.column)))

    def _is_number(self, column: str) -> bool:
        """Whether the file has the cell as a number, with no sign of its own before decimals."""
        return self.row.cell(column).kind in (CellKind.NUMBER, CellKind.FORMULA)

    def _read(self, value: Value, read: Callable[[str, bool], ReadValue]) -> str | None:
        """A value of one column, by a reader of its kind; constants stand as they are."""
        if isinstance(value, str):
            return self._fill_in(value)

        def one(column: ColumnValue) -> ReadValue | None:
            text = self._column_text(column)
            if text is None:
                return None
            return self._take(column.column, lambda: read(text, self._is_number(column.column)))

        found = self._only(value if isinstance(value, list) else [value], one)
        return found.value if found else None

    def _take(self, column: str, read: Callable[[], ReadValue]) -> ReadValue | None:
        try:
            found = read()
        except Unreadable as error:
            self.tell(column, error.what, error.remedy)
            return None
        for told in found.told:
            self.tell(column, told, "see that it is meant so", Severity.WARNING)
        return found

    def _only(self, columns: list[ColumnValue], read: Callable[[ColumnValue], T | None]) -> T | None:
        """What the one filled of several columns says; two that are filled are two things."""
        filled = [column for column in columns if self._says_something(column)]
        if len(filled) > 1:
            names = " and ".join(c.column for c in filled)
            self.tell(filled[1].column, f"{names} are both filled", ONE_OF_SEVERAL)
            return None
        return read(filled[0]) if filled else None

    def _says_something(self, column: ColumnValue) -> bool:
        """Whether a cell is filled, and not by what the table calls nothing."""
        text = self.row.cell(column.column).text.casefold()
        listed = {key.casefold(): meant for key, meant in column.values.items()}
        return bool(text) and listed.get(text, column.otherwise) != NOTHING

    def _fill_in(self, text: str) -> str | None:
        """A text with what its columns hold; None where one of these is empty."""
        empty = False

        def replace(match: re.Match[str]) -> str:
            nonlocal empty
            name = match[1]
            if name in OF_THE_FILE:
                return self._of_the_file()[name]
            found = self.row.cell(name).text
            empty = empty or not found
            return found

        filled = PLACE.sub(replace, text)
        return None if empty else filled

    def _of_the_file(self) -> dict[str, str]:
        """What a text may name beside columns: `fingerprint` is the beginning of that of the row."""
        return dict(
            zip(
                OF_THE_FILE,
                (self.file, self.row.sheet, str(self.row.number), self.source, self.row.sha256[:8]),
                strict=True,
            )
        )
