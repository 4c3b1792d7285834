"""Walking outwards from nodes, step by step, within bounds that do not depend on how large the graph is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from cypher.facets import Asked, find_stops, read_facets
from cypher.internal import statement
from cypher.model import Model
from cypher.protocols import Reader
from cypher.results import GraphEdge, GraphNode, Subgraph

LONGEST = 6
"""Relationships in a path: from each end half of them are walked."""
MOST_TIES = 500
"""Of a node on the way with more ties only those are followed that were read from their other ends."""
MOST_OF_AN_END = 2_000
"""Ties that are read of a node from which the walk begins: as many as a picture can be made to hold."""
MOST_TOGETHER = 2_000
"""Ties that are read of several nodes at once."""
MOST_READ = 10_000
"""Ties that one walk reads in all; it ends before the step that would read more."""
AT_ONCE = 50


@dataclass(frozen=True)
class Ground:
    """Where one walks: a graph's data set, by relationships of some types, past what the filters do not let through."""

    graph: Reader
    data_set: str
    model: Model
    types: tuple[str, ...]
    filters: tuple[Asked, ...] = ()


@dataclass
class Walked:
    """What was seen on a walk so far, and what bounded it.

    `crowded`: nodes of which not all ties were followed, since they have too many of them.
    `is_cut`: the walk ended before it came as far as it was asked to.
    """

    nodes: dict[str, GraphNode] = field(default_factory=dict)
    edges: dict[str, GraphEdge] = field(default_factory=dict)
    beside: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """By node, its neighbours with the ids of the relationships that tie them."""
    crowded: set[str] = field(default_factory=set)
    is_cut: bool = False

    def take(self, seen: Subgraph, stops: frozenset[str]) -> None:
        """Add what was read, without what is not let through."""
        self.nodes |= {n.id: n for n in seen.nodes if n.id not in stops}
        for edge in seen.edges:
            if edge.id not in stops and edge.id not in self.edges and {edge.start, edge.end} <= self.nodes.keys():
                self.edges[edge.id] = edge
                self.beside.setdefault(edge.start, {}).setdefault(edge.end, []).append(edge.id)
                self.beside.setdefault(edge.end, {}).setdefault(edge.start, []).append(edge.id)


def types_of(model: Model, walks: Iterable[str]) -> tuple[str, ...]:
    """The relationship types that belong to what may be walked; where nothing is chosen, what paths follow unasked."""
    chosen = [types for walk, types in model.walks.items() if walk in set(walks)]
    return tuple(t for types in chosen for t in types) if chosen else model.walkable_types


class Walker:
    """Takes one step after another from some nodes, all of them together."""

    def __init__(self, ground: Ground, ends: Iterable[str]) -> None:
        """The ends are walked from whatever the filters say of them."""
        self.ground, self.walked = ground, Walked()
        self.ends = frozenset(ends)
        self._next = sorted(self.ends)
        self._done: set[str] = set()
        self._read = 0

    @property
    def can_go_on(self) -> bool:
        """Whether another step may find more."""
        return bool(self._next) and not self.walked.is_cut and bool(self.ground.types)

    def step(self) -> None:
        """Read the ties of all that the last step came to."""
        seen = Subgraph()
        for label, ids in self._by_label(self._next).items():
            for at in range(0, len(ids), AT_ONCE):
                seen = seen.with_(self._read_ties(label, ids[at : at + AT_ONCE]))
        self._done.update(self._next)
        self.walked.take(seen, self._find_stops(seen))
        self._next = sorted(self.walked.nodes.keys() - self._done)

    def _read_ties(self, label: str, ids: list[str]) -> Subgraph:
        """All ties of some nodes, read together where there are not too many, else one by one."""
        seen = Subgraph()
        for node in self.ends.intersection(ids):
            found = self._ask(label, [node], MOST_OF_AN_END)
            if found.truncated:
                self.walked.crowded.add(node)
            seen = seen.with_(found)
        inner = [i for i in ids if i not in self.ends]
        together = self._ask(label, inner, MOST_TOGETHER) if inner else Subgraph()
        return seen.with_(self._read_one_by_one(label, inner) if together.truncated else together)

    def _read_one_by_one(self, label: str, ids: list[str]) -> Subgraph:
        seen = Subgraph()
        for node in ids:
            found = self._ask(label, [node], MOST_TIES)
            if found.truncated:
                self.walked.crowded.add(node)
            else:
                seen = seen.with_(found)
        return seen

    def _ask(self, label: str, ids: list[str], most: int) -> Subgraph:
        """A page of ties; none any more after so many were read.

        Of more, the engine chooses: to sort a hundred thousand takes seconds. It chooses the same while nobody writes.
        """
        if self._read >= MOST_READ:
            self.walked.is_cut = True
            return Subgraph()
        text = statement("ties-of-nodes", {"walked": self.ground.types}, label=label)
        parameters = {"ids": ids, "data_set": self.ground.data_set, "most": most + 1}
        found = self.ground.graph.subgraph(text, parameters, most)
        self._read += max(1, len(found.edges))
        return found

    def _find_stops(self, seen: Subgraph) -> frozenset[str]:
        if not self.ground.filters:
            return frozenset()
        wanted = {asked.facet for asked in self.ground.filters}
        facets = read_facets(self.ground.graph, seen, self.ground.data_set, self.ground.model, wanted)
        return find_stops(seen, facets, self.ground.filters) - self.ends

    def _by_label(self, ids: Iterable[str]) -> Mapping[str, list[str]]:
        """Nodes of facts alone: evidence is not walked."""
        found: dict[str, list[str]] = {}
        for node in ids:
            known = self.ground.model.find_label_of_id(node)
            if known is not None and known.label in self._facts:
                found.setdefault(known.label, []).append(node)
        return found

    @cached_property
    def _facts(self) -> frozenset[str]:
        return frozenset(self.ground.model.fact_labels)
