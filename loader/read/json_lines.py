"""A JSON Lines file, one record a line, read as a stream."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from loader.records import Problem, RawRecord, Where


def read_json_lines(path: Path, name: str) -> Iterator[RawRecord | Problem]:
    """The records of one file in order; a line that is no JSON object is a Problem."""
    with path.open(encoding="utf-8", errors="surrogateescape") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _record(line, Where(name, number))


def _record(line: str, where: Where) -> RawRecord | Problem:
    try:
        fields = _as_written(json.loads(line.rstrip(), object_pairs_hook=_once, parse_int=str, parse_float=str))
    except json.JSONDecodeError as error:
        return Problem(where, "line", f"is not JSON: {error.msg}", f"mend it near column {error.colno}")
    except _Repeated as error:
        return Problem(where, error.key, "stands twice in one record", "keep one of the two")
    except UnicodeEncodeError:
        return Problem(where, "line", "is not UTF-8 text", "save the file as UTF-8")
    if not isinstance(fields, dict):
        return Problem(where, "line", "is not a JSON object", "write one record a line, as {…}")
    return RawRecord(where, fields)


class _Repeated(Exception):
    def __init__(self, key: str) -> None:
        self.key = key


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for key, value in pairs:
        if key in fields:
            raise _Repeated(key)
        fields[key] = value
    return fields


def _as_written(value: Any) -> Any:
    """Scalars as text, as in YAML, so that one set of checks reads both; raises UnicodeEncodeError."""
    if isinstance(value, dict):
        return {k: _as_written(v) for k, v in value.items() if v is not None}
    if isinstance(value, list):
        return [_as_written(v) for v in value]
    text = value if isinstance(value, str) else json.dumps(value)
    text.encode("utf-8")
    return text
