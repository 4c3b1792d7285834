"""What differs between two sets, or between a graph and a set: by kind what is created, changed and removed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cypher.connection import Graph
from cypher.results import Value
from loader.check import Checked
from loader.plan import Change, Plan, plan
from loader.rows import Row, Rows, make_rows

BOOKKEEPING = frozenset(("data_set", "record_hash", "search_text"))
"""What is stored of every row beside what its record says."""


@dataclass(frozen=True, order=True)
class Differs:
    """One node (`group` is its label) or relationship (its type) that is created, changed or removed.

    `fields`: which properties change; empty where they are not known, as of a graph, or nothing is changed but
    created or removed.
    """

    is_relationship: bool
    group: str
    change: Change
    id: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Difference:
    """Everything that differs, nodes first, by kind and id; `left`: how many are the same."""

    differs: tuple[Differs, ...]
    left: int

    @property
    def counts(self) -> Counter[tuple[bool, Change]]:
        """How many relationships (True) and nodes (False) are created, changed and removed."""
        return Counter((d.is_relationship, d.change) for d in self.differs)


def compare_sets(old: Checked, new: Checked) -> Difference:
    """What it takes to come from one set to the other, whatever they are called."""
    return compare_rows(make_rows(old), make_rows(new))


def compare_rows(before: Rows, after: Rows) -> Difference:
    """The same of rows, wherever they come from."""
    found: list[Differs] = []
    left = 0
    for is_relationship, olds, news in (
        (False, before.nodes, after.nodes),
        (True, before.relationships, after.relationships),
    ):
        there = {row.id: row for row in olds}
        for row in news:
            known = there.pop(row.id, None)
            if known is None:
                found.append(Differs(is_relationship, row.group[0], Change.CREATED, row.id))
            elif fields := changed_fields(known, row):
                found.append(Differs(is_relationship, row.group[0], Change.CHANGED, row.id, fields))
            else:
                left += 1
        found += (Differs(is_relationship, r.group[0], Change.REMOVED, r.id) for r in there.values())
    return Difference(tuple(sorted(found)), left)


def compare_with_graph(graph: Graph, checked: Checked) -> Difference:
    """What a load of a set would do to a graph; reads ids and hashes, and writes nothing."""
    rows = make_rows(checked)
    nodes, relationships = plan(graph, checked.data_set.name, checked.model)
    found = [*_due(nodes, rows.nodes, False), *_due(relationships, rows.relationships, True)]
    left = nodes.counts[Change.LEFT] + relationships.counts[Change.LEFT]
    return Difference(tuple(sorted(found)), left)


def _due(there: Plan, rows: Iterable[Row], is_relationship: bool) -> Iterator[Differs]:
    for due in there.due(rows):
        change = Change.CREATED if due.is_new else Change.CHANGED
        yield Differs(is_relationship, due.row.group[0], change, due.row.id)
    for group, ids in there.stale():
        yield from (Differs(is_relationship, group, Change.REMOVED, i) for i in ids)


def changed_fields(old: Row, new: Row) -> tuple[str, ...]:
    """The properties that differ between two rows of one id, and `label` where that does."""
    names = (old.properties.keys() | new.properties.keys()) - BOOKKEEPING
    changed = {name for name in names if _value(old, name) != _value(new, name)}
    return tuple(sorted(changed | ({"label"} if old.group[0] != new.group[0] else set())))


def _value(row: Row, name: str) -> Value:
    return row.properties.get(name)
