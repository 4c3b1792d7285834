"""A JSON Lines file, one record a line, read as a stream."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import Any, BinaryIO

from loader.read import limits
from loader.read.text import BadText, keep
from loader.records import Problem, RawRecord, Where


def read_json_lines(file: BinaryIO, name: str) -> Iterator[RawRecord | Problem]:
    """The records of one file in order; a line that is no JSON object is a Problem."""
    told = 0
    for number, line in enumerate(_lines(file), 1):
        where = Where(name, number)
        if told >= limits.PROBLEMS:
            yield limits.gives_up(where)
            return
        found = limits.too_large(where) if line is None else _record(line, where)
        told += isinstance(found, Problem)
        if found:
            yield found


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """Each line without a byte order mark at the file's start; None for one that is too long to be held."""
    first = True
    while line := file.readline(limits.BYTES + 1):
        line, first = line.removeprefix(BOM_UTF8) if first else line, False
        if len(line) <= limits.BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(limits.BYTES)
        yield None


def _record(line: bytes, where: Where) -> RawRecord | Problem | None:
    if not line.strip():
        return None
    try:
        text = line.decode("utf-8").rstrip()
        read = json.loads(text, object_pairs_hook=_once, parse_int=str, parse_float=str, parse_constant=_no_number)
        fields = _Values(where).keep(read, 1)
    except UnicodeDecodeError:
        return Problem(where, "line", "is not UTF-8 text", "save the file as UTF-8")
    except json.JSONDecodeError as error:
        return Problem(where, "line", f"is not JSON: {error.msg}", f"mend it near column {error.colno}")
    except RecursionError:
        return limits.too_deep(where)
    except _Refused as error:
        return Problem(where, error.field, error.what, error.remedy)
    except _TooMuch as error:
        return error.problem
    if not isinstance(fields, dict):
        return Problem(where, "line", "is not a JSON object", "write one record a line, as {…}")
    return RawRecord(where, fields)


class _Refused(Exception):
    def __init__(self, field: str, what: str, remedy: str) -> None:
        self.field, self.what, self.remedy = field, what, remedy


class _TooMuch(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for key, value in pairs:
        if key in fields:
            raise _Refused(key, "stands twice in one record", "keep one of the two")
        fields[key] = value
    return fields


def _no_number(text: str) -> str:
    raise _Refused("line", f"holds {text}, which is no number", "write a number, or leave the field out")


class _Values:
    """Values as in YAML, scalars as text, so that one set of checks reads both; counts them."""

    def __init__(self, where: Where) -> None:
        self.where, self.size = where, 0

    def keep(self, value: Any, depth: int) -> Any:
        """The value without fields that are null; raises _Refused and _TooMuch."""
        if depth > limits.DEPTH:
            raise _TooMuch(limits.too_deep(self.where))
        self.size += 1
        if self.size > limits.VALUES:
            raise _TooMuch(limits.too_many(self.where))
        if isinstance(value, dict):
            return {_text(k, k): self._within(v, k, depth) for k, v in value.items() if v is not None}
        if isinstance(value, list):
            if None in value:
                raise _Refused("line", "lists null", "write what belongs there, or take it out")
            return [self._within(v, "line", depth) for v in value]
        return _text(value if isinstance(value, str) else json.dumps(value), "line")

    def _within(self, value: Any, field: str, depth: int) -> Any:
        """A value inside another; plain texts, which nearly all are, by the shortest way."""
        if not isinstance(value, str):
            return self.keep(value, depth + 1)
        self.size += 1
        return value if value.isascii() and value.isprintable() else _text(value, field)


def _text(text: str, field: str) -> str:
    try:
        return keep(text)
    except BadText as error:
        raise _Refused(field, str(error), "take it out") from None
