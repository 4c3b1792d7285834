"""CSV for spreadsheets; a cell that a spreadsheet would run as a formula is made plain text."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from cypher.exports.export_format import ExportFormat
from cypher.results import Table, Value

if TYPE_CHECKING:
    from cypher.saved import QueryAnswer

RUNS = re.compile(r"\s*[=+\-@＝＋－＠]|\s*?[\t\r\n]")


def to_csv(table: Table) -> str:
    """The rows with a header line, quoted as RFC 4180 says."""
    return "".join(write_csv_rows(table.columns, table.rows))


def write_csv_rows(columns: Iterable[str], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """The same line by line, so that nobody has to hold all rows."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for row in chain([tuple(columns)], rows):
        writer.writerow([_harmless(cell) for cell in row])
        yield text.getvalue()
        text.seek(0)
        text.truncate()


def _harmless(cell: Value) -> Value:
    """Text that begins like a formula gets an apostrophe in front; numbers stay numbers."""
    if cell is None or isinstance(cell, int | float):
        return cell
    text = str(cell)
    return f"'{text}" if RUNS.match(text) else text


def _write(answer: "QueryAnswer") -> str:
    return to_csv(answer.as_rows())


CSV = ExportFormat("csv", "CSV", "text/csv", _write, write_rows=write_csv_rows)
