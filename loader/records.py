"""What the loader passes from room to room: records as written, rows as stored, and problems found."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeAlias

from cypher.guide import Guide
from cypher.results import Value
from ledger.ids import make_relationship_id
from ledger.text import count_things
from ledger.units import Unit


@dataclass(frozen=True)
class Where:
    """A place in the records: file below the records' folder, line from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


FieldPath = tuple[str | int, ...]
"""The way to a value inside a record: names of fields and, in lists, numbers from 0."""


@dataclass(frozen=True)
class RawRecord:
    """One record as it is written, before anything is known to be right about it.

    `lines`: where a value begins, as far as it is another line than that of what holds it.
    """

    where: Where
    fields: dict[str, Any]
    lines: Mapping[FieldPath, int] = field(default_factory=dict, hash=False, compare=False)


@dataclass(frozen=True)
class Spot:
    """A place inside a record: what stands there is built with it, so that its problems are told at their own line."""

    record: Where
    lines: Mapping[FieldPath, int] = field(default_factory=dict, hash=False, compare=False)
    path: FieldPath = ()

    @property
    def where(self) -> Where:
        """The line of the nearest known beginning."""
        for end in range(len(self.path), 0, -1):
            if (line := self.lines.get(self.path[:end])) is not None:
                return replace(self.record, line=line)
        return self.record

    def at(self, *path: str | int) -> "Spot":
        """A place further in."""
        return replace(self, path=(*self.path, *path))


class Severity(StrEnum):
    """Whether something keeps the records from being loaded."""

    PROBLEM = "problem"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """Something wrong with a record: where, in which field, what, and what to do.

    What is only likely to be wrong is a warning, which is told and does not keep the records from being loaded.
    `number`: for how many it stands, where it is said of the rest of many.
    """

    where: Where
    field: str
    what: str
    remedy: str
    severity: Severity = Severity.PROBLEM
    number: int = 1

    def __post_init__(self) -> None:
        for name in ("field", "what", "remedy"):
            object.__setattr__(self, name, shown(getattr(self, name)))

    def __str__(self) -> str:
        return f"{self.where}: {self.field}: {self.what}; {self.remedy}"


LONGEST_WORD, LONGEST_TEXT = 120, 700


def shown(text: str) -> str:
    """A text for a line of output: long words and long texts cut in the middle, what does not print written out."""
    if text.isprintable() and len(text) <= LONGEST_WORD:
        return text
    text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text[:10_000])
    words = (w if len(w) <= LONGEST_WORD else f"{w[:60]}…{w[-20:]}" for w in text.split(" "))
    text = " ".join(words)
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 200]} … {text[-150:]}"


class BadRecords(Exception):
    """Records with problems, all of them; nothing was written."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(
            f"{count_things(sum(p.number for p in problems), 'problem')} in the records, nothing was written"
        )
        self.problems = problems


@dataclass(frozen=True)
class Node:
    """A node to be: `citations` as written, `properties` by the names of the model.

    `lines`: where a property, or a citation, stands, as far as it is another line than the record's first.
    """

    id: str
    label: str
    properties: dict[str, Value] = field(hash=False)
    citations: tuple[str, ...] = ()
    where: Where = Where("", 0)
    lines: Mapping[str, int] = field(default_factory=dict, hash=False, compare=False)

    def place_of(self, field: str) -> Where:
        """Where a property or citation of it is written."""
        line = self.lines.get(field)
        return self.where if line is None else replace(self.where, line=line)


@dataclass(frozen=True)
class Link:
    """A relationship to be, between two node ids; `inherits` where it rests on the passages of its record."""

    type: str
    start: str
    end: str
    role: str
    properties: dict[str, Value] = field(hash=False)
    citations: tuple[str, ...] = ()
    where: Where = Where("", 0)
    lines: Mapping[str, int] = field(default_factory=dict, hash=False, compare=False)
    key: str = ""
    inherits: bool = False

    def place_of(self, field: str) -> Where:
        """Where a property or citation of it is written."""
        line = self.lines.get(field)
        return self.where if line is None else replace(self.where, line=line)

    @cached_property
    def id(self) -> str:
        """The relationship's id."""
        return make_relationship_id(self.start, self.type, self.end, self.role, self.key)


Item: TypeAlias = Node | Link


def pack_item(item: Item) -> tuple[Any, ...]:
    """A node or relationship as plain values, for `unpack_item`."""
    file, line, lines = item.where.file, item.where.line, dict(item.lines)
    if isinstance(item, Node):
        return (True, item.id, item.label, item.properties, item.citations, file, line, lines)
    ends = (item.type, item.start, item.end, item.role)
    return (False, *ends, item.properties, item.citations, file, line, lines, item.key, item.inherits)


def unpack_item(is_node: bool, *values: Any) -> Item:
    """What `pack_item` packed."""
    if is_node:
        node_id, label, properties, citations, file, line, lines = values
        return Node(node_id, label, properties, citations, Where(file, line), lines)
    type_, start, end, role, properties, citations, file, line, lines, key, inherits = values
    return Link(type_, start, end, role, properties, citations, Where(file, line), lines, key, inherits)


@dataclass(frozen=True)
class DataSet:
    """The name under which everything is written, its title for people, units beside those that all sets have, and what
    it says of itself for the pages."""

    name: str
    title: str
    units: tuple[Unit, ...] = ()
    guide: Guide = field(default_factory=Guide, hash=False)
