"""Rows for a terminal: as many columns as its width takes, or records one under another where not even those fit."""

import textwrap
from dataclasses import dataclass, replace
from io import StringIO

from rich.box import ASCII, HEAVY_HEAD, Box
from rich.console import Console
from rich.markup import escape
from rich.table import Table as RichTable

from cypher.results import Table, Value
from ledger.dates import format_window

LEAST = 16
"""A column of words is not made narrower than this: they would be cut into syllables."""
FRAME = 3
"""What each column takes beside its text; the last frame takes one more."""
LONGEST_WORD = 30
"""Longer ones, such as ids of relationships, are folded."""
NOTE = "note"
"""The column that says what a reader must know of a row, such as why it is in no sum: never left out."""
PROSE = 40
"""Longer texts are sentences, which want room."""


@dataclass(frozen=True)
class Laid:
    """A text for the terminal, and the columns that it had to leave out."""

    text: str
    left_out: tuple[str, ...] = ()


def lay_out(table: Table, width: int, encoding: str = "utf-8") -> Laid:
    """The rows at a width; columns in which nothing stands are not shown, and no value is ever cut.

    Columns of ids are the first to go. `encoding`: of the terminal, which may lack the characters of frames.
    """
    filled = [c for c in table.columns if not table.rows or any(cell not in (None, "") for cell in _cells(table, c))]
    leading = _list_leading(table, filled)
    most = {c: _find_width(table, c) for c in filled}
    least = {c: _find_least(table, c, most[c], c in leading) for c in filled}
    if _measure(leading, least) > width:
        return Laid(_write_records(table, filled, width))
    shown = list(leading)
    for column in sorted((c for c in filled if c not in leading), key=is_id):
        if _measure([*shown, column], least) > width:
            break
        shown.append(column)
    if NOTE in filled and NOTE not in shown and leading:
        return lay_out(_put_notes_under(leading[-1] if "name" not in leading else "name", table), width, encoding)
    ordered = [c for c in filled if c in shown]
    widths = _share_out({c: least[c] for c in ordered}, most, width)
    return Laid(_write_table(table, widths, encoding), tuple(c for c in filled if c not in shown))


def _put_notes_under(column: str, table: Table) -> Table:
    """The table without its column of notes, each note below the text of another column of its row."""
    at, note = table.columns.index(column), table.columns.index(NOTE)
    noted = (_replace(row, at, "\n".join(format_cell(c) for c in (row[at], row[note]) if c)) for row in table.rows)
    rows = tuple(tuple(cell for n, cell in enumerate(row) if n != note) for row in noted)
    return replace(table, columns=tuple(c for c in table.columns if c != NOTE), rows=rows)


def _replace(row: tuple[Value, ...], at: int, cell: Value) -> tuple[Value, ...]:
    return (*row[:at], cell, *row[at + 1 :])


def is_id(column: str) -> bool:
    """Whether a column is of ids, which are there to be copied and not to be read."""
    return column == "id" or column.endswith(("_id", "_ids"))


def _list_leading(table: Table, filled: list[str]) -> list[str]:
    """The columns without which a row says nothing."""
    if table.leading is None:
        return [c for c in filled if not is_id(c)]
    return [c for c in table.columns[: table.leading] if c in filled]


def _find_width(table: Table, column: str) -> int:
    """The width at which no line of a column is folded."""
    cells = [_head(column), *map(format_cell, _cells(table, column))]
    return max((len(line) for cell in cells for line in cell.splitlines()), default=0)


def _find_least(table: Table, column: str, widest: int, leads: bool) -> int:
    """The width below which a column is not worth showing; numbers and single words are never folded."""
    words = max((len(word) for cell in _cells(table, column) for word in format_cell(cell).split()), default=0)
    if _is_numeric(table, column) or (words == widest and widest <= LONGEST_WORD):
        return widest
    return min(widest, LEAST if leads or widest <= PROSE else LEAST + LEAST // 2)


def _share_out(least: dict[str, int], most: dict[str, int], width: int) -> dict[str, int]:
    """The widths of columns: what is left of the terminal goes to those that want more, a bit each in turn."""
    widths = dict(least)
    room = width - _measure(list(widths), widths)
    while room > 0 and (wanting := [c for c in widths if widths[c] < most[c]]):
        for column in wanting[:room]:
            widths[column] += 1
        room -= min(room, len(wanting))
    return widths


def _measure(columns: list[str], least: dict[str, int]) -> int:
    return sum(least[c] + FRAME for c in columns) + 1


def _write_table(table: Table, widths: dict[str, int], encoding: str) -> str:
    written = StringIO()
    console = Console(file=written, width=_measure(list(widths), widths), highlight=False, color_system=None)
    shown = RichTable(header_style="bold", box=_choose_box(encoding))
    for column, width in widths.items():
        right = _is_numeric(table, column)
        shown.add_column(escape(_head(column)), overflow="fold", justify="right" if right else "left", width=width)
    for row in table.rows:
        cells = dict(zip(table.columns, row, strict=True))
        shown.add_row(*(escape(format_cell(cells[c])) for c in widths))
    console.print(shown)
    return written.getvalue()


def _choose_box(encoding: str) -> Box:
    return HEAVY_HEAD if encoding.lower().startswith("utf") else ASCII


def _write_records(table: Table, columns: list[str], width: int) -> str:
    """Each row by itself: a line a value, what is empty left out."""
    margin = max((len(_head(c)) for c in columns), default=0) + 2
    lines: list[str] = []
    for number, row in enumerate(table.rows, start=1):
        lines.append(f"--- {number:,} of {len(table.rows):,} ".ljust(min(width, 40), "-"))
        for column, cell in zip(table.columns, row, strict=True):
            if cell not in (None, ""):
                lines += _write_value(_head(column), format_cell(cell), margin, width)
        lines.append("")
    return "\n".join(lines)


def _write_value(name: str, text: str, margin: int, width: int) -> list[str]:
    """Words are folded at blanks; an id or address that is longer than a line is folded anywhere."""
    folded = textwrap.wrap(text, max(20, width - margin), break_on_hyphens=False) or [""]
    return [name.ljust(margin) + folded[0], *(" " * margin + more for more in folded[1:])]


def _head(column: str) -> str:
    return column.replace("_", " ")


def _cells(table: Table, column: str) -> list[Value]:
    at = table.columns.index(column)
    return [row[at] for row in table.rows]


def _is_numeric(table: Table, column: str) -> bool:
    cells = [c for c in _cells(table, column) if c is not None]
    return bool(cells) and all(isinstance(c, int) and not isinstance(c, bool) for c in cells)


def format_cell(value: Value) -> str:
    """A value as text: numbers with commas, nothing for what is missing."""
    if value is None:
        return ""
    value = format_window(value)
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)
