"""What every reader of sheets gives: rows of cells by their place, and what there is to say of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from loader.records import Severity, shown


class CellKind(StrEnum):
    """What a cell is beside its text."""

    NUMBER = "number"
    """A number that the file itself has as one: its decimals follow a point."""
    DAY = "day"
    FORMULA = "formula"
    UNRECKONED = "unreckoned"
    """A formula whose result the file does not hold."""
    ERROR = "error"
    HIDDEN = "hidden"
    """A cell with characters that nobody sees."""


@dataclass(frozen=True)
class Row:
    """One row: its sheet (empty where the file has none), its number from 1 as a spreadsheet shows it, its cells as
    text.

    `kinds`: by column from 0, what a cell is beside its text. `merged`: columns whose text stands in a merged cell that
    begins elsewhere.
    """

    sheet: str
    number: int
    cells: tuple[str, ...]
    kinds: Mapping[int, CellKind] = field(default_factory=dict)
    merged: frozenset[int] = frozenset()

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.cells)

    @property
    def text(self) -> str:
        """The row as one text: what its fingerprint is of."""
        return " | ".join(self.cells).rstrip(" |")


@dataclass(frozen=True)
class Alike:
    """A question whether two names are one thing: the later name as it is written, the id that it has without an
    answer, and the id of the first."""

    name: str
    id: str
    first_id: str


@dataclass(frozen=True)
class CellProblem:
    """What is wrong with, or doubtful in, a row: where, what, and what to do.

    `row` is 0 where it is said of the file, or `column` empty where of the row. Doubts are problems too: they keep the
    row from being brought in until somebody decides. `alike`: where it asks whether two names are one.
    """

    file: str
    sheet: str
    row: int
    column: str
    what: str
    remedy: str
    severity: Severity = Severity.PROBLEM
    alike: Alike | None = None

    def __str__(self) -> str:
        return f"{self.place}: {shown(self.what)}; {shown(self.remedy)}"

    @property
    def place(self) -> str:
        """File, sheet, row and column, as far as there are such."""
        parts = (
            self.file, self.sheet and f"sheet {self.sheet}", self.row and f"row {self.row}",
            self.column and f"column {self.column}",
        )  # fmt: skip
        return shown(", ".join(str(part) for part in parts if part))

    def as_json(self) -> dict[str, object]:
        """The same as a document."""
        return {
            "file": self.file, "sheet": self.sheet, "row": self.row, "column": self.column, "what": self.what,
            "remedy": self.remedy, "severity": str(self.severity),
        }  # fmt: skip


class BadFile(Exception):
    """A file that cannot be read as rows at all; says what it is and what to do."""
