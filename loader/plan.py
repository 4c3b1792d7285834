"""What a load has to do: the rows held against what the graph already has."""

import hashlib
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from cypher.connection import Graph
from cypher.internal import statement
from cypher.vocabulary import NODE_TYPES, RELATIONSHIP_TYPES, Family
from loader.rows import Row


class Change(StrEnum):
    """What happens to a row."""

    CREATED = "created"
    CHANGED = "changed"
    LEFT = "left"
    REMOVED = "removed"


@dataclass
class Plan:
    """The graph's ids with their hashes, by label or type; rows are ticked off as they come by."""

    there: dict[str, dict[str, str]]
    seen: set[str] = field(default_factory=set)
    counts: Counter[Change] = field(default_factory=Counter)

    def needed(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Of the rows, those that are new or differ from what is there."""
        for row in rows:
            self.seen.add(row.id)
            known = self.there.get(row.group[0], {}).get(row.id)
            if known == row.hash:
                self.counts[Change.LEFT] += 1
                continue
            self.counts[Change.CREATED if known is None else Change.CHANGED] += 1
            yield row

    @property
    def size(self) -> int:
        """How many there are in the graph."""
        return sum(map(len, self.there.values()))

    def lost(self, kept: Container[str]) -> int:
        """How many of them are not among those that are kept."""
        return sum(i not in kept for ids in self.there.values() for i in ids)

    def has_stale(self) -> bool:
        """Whether something in the graph was named by no row."""
        return any(True for _ in self.stale())

    def stale(self) -> Iterator[tuple[str, list[str]]]:
        """By label or type, the ids in the graph that no row has named."""
        for group, ids in self.there.items():
            gone = [i for i in ids if i not in self.seen]
            if gone:
                yield group, gone


def version_in(*plans: Plan) -> str:
    """A hash of what is in the graph: the version of the load that brought it, where nothing was changed since."""
    return version_of((i, known) for plan in plans for ids in plan.there.values() for i, known in ids.items())


def version_of(rows: Iterable[tuple[str, str]]) -> str:
    """A hash of ids with the hashes of their records, so that equal versions mean equal records."""
    digest = hashlib.sha256()
    for line in sorted(f"{row_id} {row_hash}" for row_id, row_hash in rows):
        digest.update(line.encode("utf-8"))
    return digest.hexdigest()[:16]


def plan_nodes(graph: Graph, data_set: str) -> Plan:
    """Look up the nodes that a data set has in the graph."""
    labels = [n.label for n in NODE_TYPES if n.family is not Family.BOOKKEEPING]
    return Plan(
        {label: _hashes(graph, statement("hashes-of-nodes-of-a-label", label=label), data_set) for label in labels}
    )


def plan_relationships(graph: Graph, data_set: str) -> Plan:
    """Look up the relationships that a data set has in the graph."""
    return Plan(
        {
            r.name: _hashes(graph, statement("hashes-of-relationships-of-a-type", type=r.name), data_set)
            for r in RELATIONSHIP_TYPES
        }
    )


def _hashes(graph: Graph, text: str, data_set: str) -> dict[str, str]:
    return {str(row[0]): str(row[1]) for row in graph.stream(text, {"data_set": data_set})}
