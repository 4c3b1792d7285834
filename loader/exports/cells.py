r"""Values in the cells of a table, so that each is read back as it was.

A list stands in one cell, its items parted by `; `; a semicolon or backslash within an item has a backslash before it,
and an item without a text is `\e`. What looks like a formula has an apostrophe before it, as in every table that leaves
the program; so has what begins with an apostrophe.
"""

import re

from cypher.exports.csv_text import RUNS
from cypher.results import Value

PARTS = "; "
SPECIAL = re.compile(r"([\\;])")
ESCAPED = re.compile(r"\\(.)", re.DOTALL)
EMPTY = r"\e"


def write_cell(value: Value) -> Value:
    """A value for a cell: numbers stay numbers, a list becomes one text."""
    if isinstance(value, list | tuple):
        value = PARTS.join(SPECIAL.sub(r"\\\1", str(item)) or EMPTY for item in value)
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}" if isinstance(value, str) and value.startswith("'") else value


def read_cell(cell: str, is_list: bool) -> str | list[str]:
    """What was written: a text, of numbers too, or a list of texts."""
    text = cell[1:] if cell.startswith("'") and (cell.startswith("''") or RUNS.match(cell[1:])) else cell
    if not is_list:
        return text
    return [_read_item(item) for item in _split(text)]


def _split(text: str) -> list[str]:
    items, start, at = [], 0, 0
    while at < len(text):
        if text[at] == "\\":
            at += 2
        elif text.startswith(PARTS, at):
            items.append(text[start:at])
            at += len(PARTS)
            start = at
        else:
            at += 1
    return [*items, text[start:]]


def _read_item(item: str) -> str:
    return "" if item == EMPTY else ESCAPED.sub(r"\1", item)
