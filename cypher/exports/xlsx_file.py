"""A workbook for spreadsheets: the rows, and a sheet that says what was asked and what must be known beside them."""

import io
import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cypher.exports.cypher_text import to_cypher
from cypher.exports.export_format import ExportFormat
from cypher.results import Value

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

    from cypher.saved import QueryAnswer

LONGEST = 32_767
"""A cell takes no more signs."""
EXACT = 10**15
"""A spreadsheet keeps fifteen digits of a number: what is larger is written as text, with all of them."""
CUT = "… (cut: a cell takes no more)"
NO_TEXT = re.compile("[\ud800-\udfff\ufffe\uffff]")
WIDEST, NARROWEST = 60, 8
"""Of a column, in letters."""


def to_xlsx(answer: "QueryAnswer") -> bytes:
    """The workbook; every text is text, whatever it begins with, and every number a number."""
    import xlsxwriter

    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        _write_rows(book, answer)
        _write_question(book, answer)
    return file.getvalue()


def _write_rows(book: "Workbook", answer: "QueryAnswer") -> None:
    shown = answer.as_rows()
    sheet = book.add_worksheet("Answer")
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for column, name in enumerate(shown.columns):
        sheet.write_string(0, column, _as_text(name.replace("_", " ")), bold)
        widest = max((len(str(row[column])) for row in shown.rows if row[column] is not None), default=0)
        sheet.set_column(column, column, min(max(widest, len(name), NARROWEST), WIDEST))
    for line, row in enumerate(shown.rows, start=1):
        for column, cell in enumerate(row):
            _write_cell(sheet, line, column, cell, wrapped)
    sheet.freeze_panes(1, 0)
    if shown.rows:
        sheet.autofilter(0, 0, len(shown.rows), len(shown.columns) - 1)


def _write_cell(sheet: "Worksheet", line: int, column: int, cell: Value, look: object) -> None:
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(line, column, cell, look)
    elif isinstance(cell, int | float) and math.isfinite(cell) and abs(cell) < EXACT:
        sheet.write_number(line, column, cell, look)
    else:
        sheet.write_string(line, column, _as_text(cell), look)


def _write_question(book: "Workbook", answer: "QueryAnswer") -> None:
    sheet = book.add_worksheet("Question")
    bold, wrapped = book.add_format({"bold": True, "valign": "top"}), book.add_format({"text_wrap": True})
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 110)
    for line, (name, text) in enumerate(_tell_question(answer)):
        sheet.write_string(line, 0, name, bold)
        sheet.write_string(line, 1, _as_text(text), wrapped)


def _tell_question(answer: "QueryAnswer") -> Iterator[tuple[str, str]]:
    query = answer.query
    yield "query", query.id
    yield "title", query.title
    yield "question", query.question
    for name, value in answer.parameters.items():
        yield f"with {name}", str(value)
    yield "records", answer.data_set
    yield (
        "rows",
        f"{len(answer.table.rows)}{', and more: the answer was cut' if answer.table.truncated else ', not cut'}",
    )
    if answer.unfinished:
        yield "unfinished", answer.unfinished
    for note in answer.notes:
        yield "note", note
    yield "Cypher", to_cypher(query, answer.parameters, answer.data_set)


def _as_text(value: object) -> str:
    text = NO_TEXT.sub("\ufffd", str(value))
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT


XLSX = ExportFormat("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx)
