"""An answer as JSON Lines, a document a row, for pipes."""

import json
from typing import TYPE_CHECKING

from cypher.exports.export_format import ExportFormat

if TYPE_CHECKING:
    from cypher.saved import QueryAnswer


def to_jsonl(answer: "QueryAnswer") -> str:
    """The rows that every format has, each a document on a line of its own with all its columns."""
    shown = answer.as_rows()
    rows = (dict(zip(shown.columns, row, strict=True)) for row in shown.rows)
    # the signs that some readers take for an end of a line stand escaped
    return "".join(f"{json.dumps(row, ensure_ascii=False, default=str).translate(LINE_ENDS)}\n" for row in rows)


LINE_ENDS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"}

JSONL = ExportFormat("jsonl", "JSON Lines", "application/x-ndjson", to_jsonl)
