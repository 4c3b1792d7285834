"""Whether what was written loads to the same graph: it is checked as any set is, and held against what was taken."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cypher.results import Value
from loader.check import check
from loader.exports.taken import DERIVED, TakenSet
from loader.records import Problem
from loader.rows import Row, make_rows


@dataclass(frozen=True)
class ReadBack:
    """What keeps a written set from being loaded, and the ids of nodes and relationships that would differ."""

    problems: tuple[Problem, ...]
    differ: tuple[str, ...]
    number: int

    @property
    def is_same(self) -> bool:
        """Whether a load gives the graph that was taken."""
        return not self.problems and not self.differ


def read_back(folder: Path, taken: TakenSet) -> ReadBack:
    """Check a folder of records, and compare what it comes to with a set. Raises BadFolder."""
    checked = check(folder)
    if checked.problems:
        return ReadBack(checked.problems, (), 0)
    again = make_rows(checked)
    pairs = ((taken.rows.nodes, again.nodes), (taken.rows.relationships, again.relationships))
    differ = sorted(thing for old, new in pairs for thing in _differing(old, new))
    return ReadBack((), tuple(differ), len(again.nodes) + len(again.relationships))


def _differing(old: Iterable[Row], new: Iterable[Row]) -> set[str]:
    before = {row.id: _digest(row) for row in old}
    after = {row.id: _digest(row) for row in new}
    return {i for i in before.keys() | after.keys() if before.get(i) != after.get(i)}


def _digest(row: Row) -> int:
    """What its record says of it, in so few bytes that all can be held."""
    said: list[tuple[str, Value]] = sorted((n, v) for n, v in row.properties.items() if n not in DERIVED)
    return hash((row.group, repr(said)))
