"""What a load has to do: the rows held against what the graph already has."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from cypher.connection import Graph
from cypher.internal import statement
from cypher.model import Family, Model
from cypher.schema import MOST_CONSTRAINTS, own_terms
from ledger.ids import split_ends
from loader.rows import Row, version_of


class Change(StrEnum):
    """What happens to a row."""

    CREATED = "created"
    CHANGED = "changed"
    LEFT = "left"
    REMOVED = "removed"


@dataclass(frozen=True)
class DueRow:
    """A row to be written, and whether the graph has none of its id."""

    row: Row
    is_new: bool


@dataclass
class Plan:
    """The graph's ids with their hashes, by label or type; rows are ticked off as they come by."""

    there: dict[str, dict[str, str]]
    seen: set[str] = field(default_factory=set)
    counts: Counter[Change] = field(default_factory=Counter)

    def due(self, rows: Iterable[Row]) -> Iterator[DueRow]:
        """Of the rows, those that are new or differ from what is there."""
        for row in rows:
            self.seen.add(row.id)
            known = self.there.get(row.group[0], {}).get(row.id)
            if known == row.hash:
                self.counts[Change.LEFT] += 1
                continue
            self.counts[Change.CREATED if known is None else Change.CHANGED] += 1
            yield DueRow(row, known is None)

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


class LighterEnds:
    """At which end of a relationship fewer of its type hang in the graph: there it is looked for.

    A relationship is found among those of a node, and a node may have tens of thousands.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._degrees: dict[str, tuple[Counter[str], Counter[str]]] = {}

    def is_start(self, type_: str, start: str, end: str) -> bool:
        """Whether that is the start."""
        if type_ not in self._degrees:
            self._degrees[type_] = self._count(type_)
        starts, ends = self._degrees[type_]
        return starts[start] <= ends[end]

    def _count(self, type_: str) -> tuple[Counter[str], Counter[str]]:
        pairs = [pair for i in self._plan.there.get(type_, ()) if (pair := split_ends(i))]
        return Counter(start for start, _ in pairs), Counter(end for _, end in pairs)


def version_in(*plans: Plan) -> str:
    """A hash of what is in the graph: the version of the load that brought it, where nothing was changed since."""
    return version_of((i, known) for plan in plans for ids in plan.there.values() for i, known in ids.items())


def plan(graph: Graph, data_set: str, model: Model) -> tuple[Plan, Plan]:
    """Look up the nodes and the relationships that a data set has in the graph: of a model, and of any label or type
    that it, or another set, ever declared, since the model may have lost some of them."""
    labels, types = own_terms(graph.table(statement("constraints-of-a-database"), {}, MOST_CONSTRAINTS))
    ours = [n.label for n in model.labels if n.family is not Family.BOOKKEEPING]
    apart = {n.label for n in model.labels if n.family is Family.BOOKKEEPING}
    nodes = {
        label: _hashes(graph, statement("hashes-of-nodes-of-a-label", label=label), data_set)
        for label in _each_once(ours, labels)
        if label not in apart
    }
    relationships = {
        name: _hashes(graph, statement("hashes-of-relationships-of-a-type", type=name), data_set)
        for name in _each_once([r.name for r in model.relationship_types], types)
    }
    return Plan(nodes), Plan(relationships)


def _each_once(ours: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*ours, *more)))


def _hashes(graph: Graph, text: str, data_set: str) -> dict[str, str]:
    return {str(row[0]): str(row[1]) for row in graph.stream(text, {"data_set": data_set})}
