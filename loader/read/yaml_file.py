"""A YAML file as plain values with line numbers.

Every scalar stays the text that was written (`11.10` is no number, `2026-02-04`
no date, `NO` no boolean): the model decides what a property holds. `null` and
`~` are no value, as in JSON: the field is as if it had been left out.

The file is read as a stream of events, so that depth and size are limited before
anything is built of them: the parser that composes documents itself ends the
process at 100,000 brackets.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

import yaml

from loader.read import limits
from loader.read.drafts import DRAFT
from loader.read.text import BadText, keep
from loader.records import FieldPath, Problem, RawRecord, Where

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
NULLS = ("null", "Null", "NULL", "~")
THOUSANDS = re.compile(r"[0-9]{3}(?![0-9])")
"""How what follows the comma of a number begins: 1,000."""
TEXT_TAG, NULL_TAG = "tag:yaml.org,2002:str", "tag:yaml.org,2002:null"


def read_yaml(file: BinaryIO, name: str) -> list[RawRecord | Problem]:
    """The records of one file: the items of a list, or the file's one mapping; what cannot be read is a Problem."""
    content = file.read(limits.BYTES + 1)
    if len(content) > limits.BYTES:
        return [limits.too_large(Where(name, 1))]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return [Problem(Where(name, 1), "file", "is not UTF-8 text", "save it as UTF-8")]
    return list(_records(text, name))


def _records(text: str, name: str) -> Iterator[RawRecord | Problem]:
    """What can be read before the first thing that cannot, and that."""
    try:
        yield from _Composer(yaml.parse(text, Loader=LOADER), name).records()
    except _Unreadable as error:
        yield error.problem
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        what = f"is not YAML: {error.problem}"
        yield Problem(Where(name, line), "file", what, "mend the line or the one above it")
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, max(0, text.find(chr(error.character)))) + 1
        what = f"holds a character that YAML does not allow, U+{error.character:04X}"
        yield Problem(Where(name, line), "file", what, "take it out")


class _Unreadable(Exception):
    """Something after which nothing of the file can be made out."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass
class _Kept:
    """What an anchor stands for, and how many values that is."""

    value: Any
    size: int


@dataclass
class _Record:
    """What is known of the record in the making beside its values."""

    line: int
    lines: dict[FieldPath, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


NOTHING = object()
"""The value of `null`, and of what has a problem."""


class _Composer:
    """Builds records from events; holds what anchors stand for, and counts values."""

    def __init__(self, events: Iterator[Any], name: str) -> None:
        self.events, self.name = events, name
        self.anchors: dict[str, _Kept | None] = {}
        self.size = 0
        self.making = _Record(1)

    def records(self) -> Iterator[RawRecord | Problem]:
        """The records of the one document, each as soon as it ends."""
        told = documents = 0
        for event in self._tops():
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    remedy = "take out the line `---`, or give it a file of its own"
                    raise _Unreadable(Problem(self._at(event), "file", "begins a second document", remedy))
                continue
            for found in self._record(event):
                yield found
                told += isinstance(found, Problem)
                if told >= limits.PROBLEMS:
                    raise _Unreadable(limits.gives_up(found.where))

    def _tops(self) -> Iterator[Any]:
        """The beginning of each document, and of each item of its list or of its one value."""
        for event in self.events:
            if isinstance(event, yaml.SequenceStartEvent):
                while not isinstance(item := next(self.events), yaml.SequenceEndEvent):
                    yield item
            elif isinstance(event, yaml.DocumentStartEvent | yaml.NodeEvent):
                yield event

    def _record(self, event: Any) -> Iterator[RawRecord | Problem]:
        line = event.start_mark.line + 1
        self.making = _Record(line)
        fields = self._value(event, (), line, 1)
        if not isinstance(fields, dict) and not self.making.problems:
            if isinstance(event, yaml.ScalarEvent) and event.implicit[0] and not event.value:
                return
            self._problem(event, (), "is not a mapping of fields", "write one `field: value` a line")
        if isinstance(fields, dict) and DRAFT in fields:
            yield RawRecord(Where(self.name, line), fields, self.making.lines)
            return
        yield from self.making.problems
        if not self.making.problems:
            yield RawRecord(Where(self.name, line), fields, self.making.lines)

    def _value(self, event: Any, path: FieldPath, line: int, depth: int) -> Any:
        """What an event and those that belong to it stand for; `line` is where people look for `path`."""
        if depth > limits.DEPTH:
            raise _Unreadable(limits.too_deep(self._at(event)))
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, path)
        before = self.size
        self._count(event, 1)
        if event.tag and event.tag not in (TEXT_TAG, NULL_TAG, "!"):
            what = f"has the tag {event.tag}, which records do not have"
            self._problem(event, path, what, "take the tag out and write the value as text")
        if event.anchor:
            self.anchors[event.anchor] = None
        if isinstance(event, yaml.MappingStartEvent):
            value: Any = self._mapping(path, line, depth)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(path, line, depth)
        else:
            value = self._scalar(event, path)
        if event.anchor:
            self.anchors[event.anchor] = _Kept(value, self.size - before)
        return value

    def _mapping(self, path: FieldPath, line: int, depth: int) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        seen: set[str] = set()
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event, path, depth)
            here = (*path, key)
            if event.start_mark.line + 1 != line:
                self.making.lines[here] = event.start_mark.line + 1
            value = self._value(next(self.events), here, event.start_mark.line + 1, depth + 1)
            if key in seen:
                self._problem(event, (key,), "stands twice in one record", "keep one of the two")
            seen.add(key)
            if value is not NOTHING:
                fields[key] = value
        return fields

    def _key(self, event: Any, path: FieldPath, depth: int) -> str:
        key = self._value(event, path, event.start_mark.line + 1, depth + 1)
        if not isinstance(key, str):
            self._problem(event, path, "has a field without a name", "write `field: value`, the field as a word")
            return ""
        if key == "<<":
            remedy = "write the fields out, so that each record can be read alone"
            self._problem(event, (*path, key), "is a merge key, which records do not have", remedy)
        return key

    def _sequence(self, path: FieldPath, line: int, depth: int) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            here = (*path, len(values))
            if event.start_mark.line + 1 != line:
                self.making.lines[here] = event.start_mark.line + 1
            told = len(self.making.problems)
            values.append(self._value(event, here, event.start_mark.line + 1, depth + 1))
            if values[-1] is NOTHING and len(self.making.problems) == told:
                self._problem(event, path, "lists nothing in one place", "write what belongs there, or take it out")
        return values

    def _scalar(self, event: Any, path: FieldPath) -> Any:
        plain = event.implicit[0]
        if event.tag == NULL_TAG or (plain and event.value in NULLS):
            return NOTHING
        if plain and not event.value and path and (example := _find_quoted_example(str(path[-1]))):
            what = "stands after a comma, which ends a value between brackets"
            self._problem(event, path, what, f"put the whole value in quotes, such as {example}")
            return NOTHING
        if plain and not event.value and path:
            remedy = "write a value or, where there is none, take the line out"
            self._problem(event, path, "has no value", remedy)
            return NOTHING
        try:
            return keep(event.value)
        except BadText as error:
            self._problem(event, path, str(error), "take it out")
            return NOTHING

    def _alias(self, event: Any, path: FieldPath) -> Any:
        if event.anchor not in self.anchors:
            what = f"names *{event.anchor}, which stands nowhere above"
            self._problem(event, path, what, "write out what it should stand for")
            return NOTHING
        kept = self.anchors[event.anchor]
        if kept is None:
            self._problem(event, (), "refers to itself", "write out what the alias stands for")
            return NOTHING
        self._count(event, kept.size)
        return kept.value

    def _count(self, event: Any, values: int) -> None:
        self.size += values
        if self.size > limits.VALUES:
            raise _Unreadable(limits.too_many(self._at(event)))

    def _problem(self, event: Any, path: FieldPath, what: str, remedy: str) -> None:
        field = ".".join(part for part in path if isinstance(part, str)) or "record"
        self.making.problems.append(Problem(self._at(event), field, what, remedy))

    def _at(self, event: Any) -> Where:
        return Where(self.name, event.start_mark.line + 1)


def _find_quoted_example(field: str) -> str | None:
    """What to write where a field without a value is the rest of a text that a comma cut; None where it is a field."""
    if THOUSANDS.match(field):
        return 'amount: "USD 1,000"'
    return 'says: "Digs, and sells"' if " " in field else None
