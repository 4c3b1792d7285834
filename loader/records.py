"""What the loader passes from room to room: records as written, rows as stored, and problems found."""

from dataclasses import dataclass, field
from typing import Any

from cypher.results import Value
from ledger.ids import relationship_id


@dataclass(frozen=True)
class Where:
    """A place in the records: file below the records' folder, line from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class RawRecord:
    """One record as it is written, before anything is known to be right about it."""

    where: Where
    fields: dict[str, Any]


@dataclass(frozen=True)
class Problem:
    """Something wrong with a record: where, in which field, what, and what to do."""

    where: Where
    field: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.field}: {self.what}; {self.remedy}"


class BadRecords(Exception):
    """Records with problems, all of them; nothing was written."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems in the records, nothing was written")
        self.problems = problems


@dataclass(frozen=True)
class Node:
    """A node to be: `citations` as written, `properties` by the names of the vocabulary."""

    id: str
    label: str
    properties: dict[str, Value] = field(hash=False)
    citations: tuple[str, ...] = ()
    where: Where = Where("", 0)


@dataclass(frozen=True)
class Link:
    """A relationship to be, between two node ids."""

    type: str
    start: str
    end: str
    role: str
    properties: dict[str, Value] = field(hash=False)
    citations: tuple[str, ...] = ()
    where: Where = Where("", 0)

    @property
    def id(self) -> str:
        """The relationship's id."""
        return relationship_id(self.start, self.type, self.end, self.role)


@dataclass(frozen=True)
class DataSet:
    """The name under which everything is written, and its title for people."""

    name: str
    title: str
