"""CSV for spreadsheets; a cell that a spreadsheet would run as a formula is made plain text."""

import csv
import io
import re
from typing import TYPE_CHECKING

from cypher.exports.export_format import ExportFormat
from cypher.results import Table, Value

if TYPE_CHECKING:
    from cypher.saved import QueryAnswer

RUNS = re.compile(r"\s*[=+\-@＝＋－＠]|\s*?[\t\r\n]")


def to_csv(table: Table) -> str:
    """The rows with a header line, quoted as RFC 4180 says."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_harmless(c) for c in table.columns])
    writer.writerows([_harmless(cell) for cell in row] for row in table.rows)
    return text.getvalue()


def _harmless(cell: Value) -> Value:
    """Text that begins like a formula gets an apostrophe in front; numbers stay numbers."""
    if cell is None or isinstance(cell, int | float):
        return cell
    text = str(cell)
    return f"'{text}" if RUNS.match(text) else text


def _write(answer: "QueryAnswer") -> str:
    return to_csv(answer.as_rows())


CSV = ExportFormat("csv", "CSV", "text/csv", _write)
