"""What each step does to the picture before it: brings in, takes out, leaves undrawn. Nobody who stays is moved."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from cypher.internal import statement
from cypher.network import Neighbour, among, around, read_facts, read_own_ties
from cypher.results import Subgraph
from cypher.saved import run
from explorer.render.layout import Positions, lay_out
from explorer.shown_graph import ShownGraph
from explorer.state.actions import Add, Collapse, Expand
from explorer.state.gathered_countries import count_gathered, gather, list_gathered
from explorer.state.scene import GATHERED, Step

MOST_AT_FIRST = 150
"""The opening picture has no more nodes than this."""
FEWEST_AT_FIRST = 2
"""An overview of fewer shows nothing of how things stand to one another."""
MOST_NODES = 400
"""More nodes than this are a hairball: a step fills the picture up to here."""
ALWAYS_ADDED = 25
"""So many a step may add to a picture that is full, so that there is always a way on."""

START = ""
"""Stands for the opening picture, and for what the reader added by itself, in what brought a node in."""


@dataclass(frozen=True)
class LeftOut:
    """What the last step would have brought in as well, or what the opening picture lacks: how many by label.

    `node` is what was expanded, None for the opening picture; `type`: by which relationships, empty for all.
    `is_sample`: the picture was chosen from a part.
    """

    by_label: Mapping[str, int]
    node: str | None = None
    type: str = ""
    added: int = 0
    is_sample: bool = False

    @property
    def count(self) -> int:
        """How many in all."""
        return sum(self.by_label.values())


@dataclass(frozen=True)
class Composition:
    """What a scene's steps come to.

    `left_out` is the last step's, `partial` what was expanded and has more to bring in. `brought`: for each node, what
    brought it in (the nodes whose expansion did, and START). `concealed`: nodes that are not drawn since only others
    are. `change`: how many nodes the last step brought in or before sight, or took out or from sight. `told`: what is
    to be said of the last step, as plain text.
    """

    subgraph: Subgraph
    positions: Positions
    left_out: LeftOut | None = None
    partial: frozenset[Expand] = field(default=frozenset())
    brought: Mapping[str, frozenset[str]] = field(default_factory=dict)
    concealed: frozenset[str] = field(default=frozenset())
    change: int = 0
    told: tuple[str, ...] = ()

    @property
    def expanded(self) -> frozenset[str]:
        """The nodes whose expansion brought something in."""
        return frozenset(chain.from_iterable(self.brought.values())) - {START}

    def looks_like(self, other: "Composition") -> bool:
        """Whether the same is in the picture and before sight."""
        return (self.concealed, list_ids(self.subgraph)) == (other.concealed, list_ids(other.subgraph))


def bring_in(here: ShownGraph, steps: tuple[Step, ...], before: Composition, step: Add | Expand) -> Composition:
    ids = {n.id for n in before.subgraph.nodes if not n.id.startswith(GATHERED)}
    neighbours = _find_neighbours(here, step, ids)
    found = [n for n in neighbours if n.id not in ids]
    room = max(MOST_NODES - len(ids), ALWAYS_ADDED)
    cut = found[room:]
    new = {n.id for n in found[:room]}
    partial = before.partial
    if isinstance(step, Expand):
        partial = partial | {step} if cut else partial - {step}
    itself = _without_gathered(step.item)
    more = {e.item for e in partial}
    grown = gather(
        here, among(here.graph, ids | itself | new, here.data_set.name, here.model), list_expanded(steps), more
    )
    because = frozenset({step.item if isinstance(step, Expand) else START})
    brought = {
        n: before.brought.get(n, frozenset()) | because for n in (*new, *(n.id for n in neighbours if n.id in ids))
    }
    brought |= {n: before.brought.get(n, frozenset({START})) for n in itself}
    seen = {*brought, *itself}
    return Composition(
        grown,
        lay_out(grown, before.positions),
        LeftOut(_count_labels(cut), step.item, getattr(step, "type", ""), added=room) if cut else None,
        partial,
        {**before.brought, **brought},
        before.concealed - seen,
        len(new) + len((itself - ids) | (before.concealed & seen)),
    )


def collapse(here: ShownGraph, steps: tuple[Step, ...], before: Composition, item: str) -> Composition:
    """Without what only this node's expansion brought in and the reader has not expanded since."""
    others = before.expanded - {item}
    gone = {n for n, because in before.brought.items() if because == {item} and n not in others}
    kept = {n.id for n in before.subgraph.nodes if not n.id.startswith(GATHERED)} - gone
    partial = frozenset(e for e in before.partial if e.item != item)
    expanded = list_expanded(steps)
    left = among(here.graph, kept, here.data_set.name, here.model)
    shrunk = gather(here, left, expanded, {e.item for e in partial})
    brought = {n: because - {item} or frozenset({START}) for n, because in before.brought.items() if n not in gone}
    return Composition(
        shrunk,
        lay_out(shrunk, before.positions),
        None,
        partial,
        brought,
        before.concealed - gone,
        len(gone),
    )


def show_only(before: Composition, item: str) -> Composition:
    ends = {(e.start, e.end) for e in before.subgraph.edges if item in (e.id, e.start, e.end)}
    seen = {item, *chain.from_iterable(ends)}
    away = {n.id for n in before.subgraph.nodes} - seen
    return replace(before, left_out=None, told=(), concealed=frozenset(away), change=len(away - before.concealed))


def show_again(before: Composition, item: str) -> Composition:
    concealed = before.concealed - {item} if item else frozenset()
    return replace(before, left_out=None, told=(), concealed=concealed, change=len(before.concealed - concealed))


def list_expanded(steps: tuple[Step, ...]) -> frozenset[str]:
    """The nodes that the reader expanded and did not collapse since."""
    expanded: set[str] = set()
    for step in steps:
        if isinstance(step, Expand):
            expanded.add(step.item)
        elif isinstance(step, Collapse):
            expanded.discard(step.item)
    return frozenset(expanded)


def _find_neighbours(here: ShownGraph, step: Add | Expand, shown: Iterable[str]) -> tuple[Neighbour, ...]:
    """What a step brings in besides the node itself, the most important first."""
    if step.item.startswith(GATHERED):
        return list_gathered(here, step.item, shown)
    if isinstance(step, Add):
        return ()
    return around(here.graph, step.item, here.data_set.name, here.model, type_=step.type, way=step.way)


def list_ids(subgraph: Subgraph) -> frozenset[str]:
    """The ids of its nodes and relationships."""
    return frozenset(n.id for n in subgraph.nodes) | frozenset(e.id for e in subgraph.edges)


def _without_gathered(node: str) -> set[str]:
    return set() if node.startswith(GATHERED) else {node}


def open_picture(here: ShownGraph) -> Composition:
    """The overview's nodes and those that the set's own types tie, with most relationships first, as far as they can be
    read in one picture; where the overview finds none to show together, all of a set that is not too large."""
    overview = run(here.graph, here.catalog.get("overview"), {}, here.data_set.name).subgraph
    overview = overview.with_(read_own_ties(here.graph, here.data_set.name, here.model))
    if len(overview.nodes) < FEWEST_AT_FIRST:
        overview = overview.with_(read_facts(here.graph, here.data_set.name, here.model, MOST_AT_FIRST))
    ties = Counter(end for edge in overview.edges for end in (edge.start, edge.end))
    ranked = sorted((n.id for n in overview.nodes), key=lambda node: (-ties[node], node))
    shown = among(here.graph, ranked[:MOST_AT_FIRST], here.data_set.name, here.model)
    start = gather(here, shown, frozenset())
    is_sample = overview.truncated or len(ranked) > MOST_AT_FIRST
    brought = {n.id: frozenset({START}) for n in start.nodes}
    left_out = LeftOut(_count_unshown(here, start), is_sample=is_sample)
    return Composition(start, lay_out(start), left_out, brought=brought)


def _count_unshown(here: ShownGraph, shown: Subgraph) -> dict[str, int]:
    """How many nodes of each label the data set has beside the picture, evidence and bookkeeping left out."""
    drawn = Counter(n.label for n in shown.nodes if not n.id.startswith(GATHERED))
    drawn["Country"] += count_gathered(shown)
    parameters = {"data_set": here.data_set.name, "known": [n.label for n in here.model.labels]}
    rows = here.graph.rows(statement("count-nodes-by-label"), parameters)
    apart = {*here.model.evidence_labels, "DataSet"}
    return {str(label): n - drawn[label] for label, n in rows if label not in apart and n > drawn[label]}


def _count_labels(nodes: Iterable[Neighbour]) -> dict[str, int]:
    return dict(Counter(node.label for node in nodes))
