"""An answer as JSON Lines, a document a row, for pipes."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from cypher.exports.export_format import ExportFormat
from cypher.results import Value

if TYPE_CHECKING:
    from cypher.saved import QueryAnswer


def to_jsonl(answer: "QueryAnswer") -> str:
    """The rows that every format has, each a document on a line of its own with all its columns."""
    shown = answer.as_rows()
    return "".join(write_json_lines(shown.columns, shown.rows))


def write_json_lines(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """The same line by line, so that nobody has to hold all rows."""
    for row in rows:
        document = dict(zip(columns, row, strict=True))
        # the signs that some readers take for an end of a line stand escaped
        yield f"{json.dumps(document, ensure_ascii=False, default=str).translate(LINE_ENDS)}\n"


LINE_ENDS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"}

JSONL = ExportFormat("jsonl", "JSON Lines", "application/x-ndjson", to_jsonl, write_rows=write_json_lines)
