"""JSON and JSON Lines as rows: each object is one, its fields are the headings, in the order in which they first
come."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from loader.imports.read import limits
from loader.imports.read.csv_rows import tidy_cell
from loader.imports.read.opened import endings_of, open_file
from loader.imports.rows import BadFile, CellKind, Row

LINES = (".jsonl", ".ndjson")
WHOLE = 64 * 2**20
"""Bytes of a JSON file, which is held at once; JSON Lines may be of any length."""


def read_json_rows(path: Path) -> Iterator[Row]:
    """A first row with the headings, then a row an object; numbered by line, or by place in the list. Raises
    BadFile."""
    headings: dict[str, int] = {}
    for number, (fields, _) in _numbered(path):
        if number > limits.ROWS:
            raise BadFile(f"{path.name} has more than {limits.ROWS:,} objects: split it into several files")
        for name in fields:
            headings.setdefault(name, len(headings))
        if len(headings) > limits.COLUMNS:
            raise BadFile(
                f"the objects of {path.name} have more than {limits.COLUMNS:,} different fields: it is no list"
            )
    yield Row("", 0, tuple(headings))
    for number, (fields, numbers) in _numbered(path):
        cells, kinds = [""] * len(headings), dict[int, CellKind]()
        for name, text in fields.items():
            cells[headings[name]], hidden = tidy_cell(text)
            if name in numbers or hidden:
                kinds[headings[name]] = CellKind.NUMBER if name in numbers else CellKind.HIDDEN
        yield Row("", number, tuple(cells), kinds)


def read_objects(path: Path) -> Iterator[tuple[int, dict[str, Any], str]]:
    """Each object with its line, or its place in the list, from 1, and its text. Raises BadFile."""
    if endings_of(path) in LINES:
        yield from _lines(path)
        return
    with open_file(path, WHOLE) as file:
        content = file.read()
    read = _parse(content, path.name, "")
    if isinstance(read, dict):
        lists = [value for value in read.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        read = lists[0] if len(lists) == 1 else [read]
    for number, item in enumerate(read if isinstance(read, list) else [read], 1):
        yield number, _object(item, path.name, f"item {number}"), json.dumps(item, ensure_ascii=False)


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any], str]]:
    with open_file(path) as file:
        number = 0
        while line := file.readline(limits.LINE + 1):
            number += 1
            if len(line) > limits.LINE:
                raise BadFile(
                    f"line {number} of {path.name} is longer than {limits.LINE // 2**20} MB: it is no JSON Lines"
                )
            if line.strip():
                item = _object(_parse(line, path.name, f"line {number} of "), path.name, f"line {number}")
                yield number, item, line.decode("utf-8-sig")


def _parse(content: bytes, name: str, place: str) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"), parse_float=_Number, parse_int=_Number, parse_constant=str)
    except UnicodeDecodeError:
        raise BadFile(f"{place}{name} is not UTF-8 text: save it as UTF-8") from None
    except json.JSONDecodeError as error:
        what = f"{place}{name} is not JSON: {error.msg} near line {error.lineno}, column {error.colno}"
        raise BadFile(f"{what}: mend it; a file with an object a line is called .jsonl") from None
    except RecursionError:
        raise BadFile(f"{place}{name} is nested deeper than any list") from None


class _Number(str):
    """The text of a number, which JSON has as one."""


def _object(item: Any, name: str, place: str) -> dict[str, Any]:
    if not isinstance(item, dict):
        raise BadFile(f'{place} of {name} is no object: write a list of objects, {{"field": value}}')
    return item


def _numbered(path: Path) -> Iterator[tuple[int, tuple[dict[str, str], set[str]]]]:
    for number, item, _ in read_objects(path):
        fields: dict[str, str] = {}
        numbers: set[str] = set()
        _flatten(item, "", fields, numbers)
        yield number, (fields, numbers)


def _flatten(item: dict[str, Any], before: str, fields: dict[str, str], numbers: set[str]) -> None:
    """Fields within fields by their path, `buyer.name`; lists of texts as one cell, parted by semicolons."""
    for key, value in item.items():
        name = f"{before}{key}"
        if isinstance(value, dict):
            _flatten(value, f"{name}.", fields, numbers)
        elif isinstance(value, list):
            fields[name] = "; ".join(v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in value)
        elif value is not None:
            fields[name] = value if isinstance(value, str) else json.dumps(value)
            if isinstance(value, _Number):
                numbers.add(name)
