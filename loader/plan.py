"""What a load has to do: the rows held against what the graph already has."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from cypher.connection import Graph
from cypher.statements import node_hashes, relationship_hashes
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

    def stale(self) -> Iterator[tuple[str, list[str]]]:
        """By label or type, the ids in the graph that no row has named."""
        for group, ids in self.there.items():
            gone = [i for i in ids if i not in self.seen]
            if gone:
                yield group, gone


def plan_nodes(graph: Graph, data_set: str) -> Plan:
    """Look up the nodes that a data set has in the graph."""
    labels = [n.label for n in NODE_TYPES if n.family is not Family.BOOKKEEPING]
    return Plan({label: _hashes(graph, node_hashes(label), data_set) for label in labels})


def plan_relationships(graph: Graph, data_set: str) -> Plan:
    """Look up the relationships that a data set has in the graph."""
    return Plan({r.name: _hashes(graph, relationship_hashes(r.name), data_set) for r in RELATIONSHIP_TYPES})


def _hashes(graph: Graph, statement: str, data_set: str) -> dict[str, str]:
    return {str(row[0]): str(row[1]) for row in graph.stream(statement, {"data_set": data_set})}
