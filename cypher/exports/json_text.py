"""An answer as JSON: question, parameters, and everything that the other formats show."""

import json
from typing import TYPE_CHECKING, Any

from cypher.exports.export_format import ExportFormat

if TYPE_CHECKING:
    from cypher.saved import QueryAnswer


def to_json(answer: "QueryAnswer") -> dict[str, Any]:
    """A document of plain values: what the view makes of the rows, and the `table` that all formats have."""
    shown = answer.as_rows()
    return {
        "query": answer.query.id,
        "title": answer.query.title,
        "view": answer.query.view,
        "data_set": answer.data_set,
        "parameters": answer.parameters,
        "rows": len(answer.table.rows),
        "truncated": answer.table.truncated,
        "unfinished": answer.unfinished,
        "notes": list(answer.notes),
        **answer.as_json(),
        "table": [dict(zip(shown.columns, row, strict=True)) for row in shown.rows],
    }


def dumps(document: Any) -> str:
    """The text of a document, readable and stable."""
    return json.dumps(document, ensure_ascii=False, indent=2, default=str)


def _write(answer: "QueryAnswer") -> str:
    return dumps(to_json(answer))


JSON = ExportFormat("json", "JSON", "application/json", _write)
