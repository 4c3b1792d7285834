"""A YAML file as plain values with line numbers.

Every scalar stays the text that was written (`11.10` is no number, `2026-02-04`
no date, `NO` no boolean): the vocabulary decides what a property holds.
"""

from pathlib import Path
from typing import Any

import yaml

from loader.records import Problem, RawRecord, Where

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_yaml(path: Path, name: str) -> list[RawRecord | Problem]:
    """The records of one file: the items of a list, or the file's one mapping; what cannot be read is a Problem."""
    try:
        text = path.read_text(encoding="utf-8")
        root = yaml.compose(text, Loader=LOADER)
    except UnicodeDecodeError:
        return [Problem(Where(name, 1), "file", "is not UTF-8 text", "save it as UTF-8")]
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return [
            Problem(Where(name, line), "file", f"is not YAML: {error.problem}", "mend the line or the one above it")
        ]
    except yaml.reader.ReaderError as error:
        what = f"holds a character that YAML does not allow, U+{error.character:04X}"
        return [Problem(Where(name, text.count("\n", 0, error.position) + 1), "file", what, "take it out")]
    if root is None:
        return []
    items = root.value if isinstance(root, yaml.SequenceNode) else [root]
    return [_record(item, name) for item in items]


def _record(node: yaml.Node, name: str) -> RawRecord | Problem:
    where = Where(name, node.start_mark.line + 1)
    if not isinstance(node, yaml.MappingNode):
        return Problem(where, "record", "is not a mapping of fields", "write one `field: value` a line")
    try:
        fields = _value(node)
    except _Repeated as error:
        return Problem(Where(name, error.line), error.key, "stands twice in one record", "keep one of the two")
    except RecursionError:
        return Problem(where, "record", "refers to itself", "write out what the alias stands for")
    return RawRecord(where, fields)


class _Repeated(Exception):
    def __init__(self, key: str, line: int) -> None:
        self.key, self.line = key, line


def _value(node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    if not isinstance(node, yaml.MappingNode):
        return node.value
    fields: dict[str, Any] = {}
    for key, value in node.value:
        if str(key.value) in fields:
            raise _Repeated(str(key.value), key.start_mark.line + 1)
        fields[str(key.value)] = _value(value)
    return fields
