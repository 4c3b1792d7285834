"""A JSON Lines file, one record a line, read as a stream."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from loader.records import Problem, RawRecord, Where


def read_json_lines(path: Path, name: str) -> Iterator[RawRecord | Problem]:
    """The records of one file in order; a line that is no JSON object is a Problem."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _record(line, Where(name, number))


def _record(line: str, where: Where) -> RawRecord | Problem:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        return Problem(where, "line", f"is not JSON: {error.msg}", f"mend it near column {error.colno}")
    if not isinstance(fields, dict):
        return Problem(where, "line", "is not a JSON object", "write one record a line, as {…}")
    return RawRecord(where, _as_written(fields))


def _as_written(value: Any) -> Any:
    """Scalars as text, as in YAML, so that one set of checks reads both."""
    if isinstance(value, dict):
        return {k: _as_written(v) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [_as_written(v) for v in value]
    return value if isinstance(value, str) else json.dumps(value)
