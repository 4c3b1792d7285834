"""What each step does to the picture before it: brings in, takes out, leaves undrawn. Nobody who stays is moved."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, zip_longest

from cypher.internal import statement
from cypher.network import Neighbour, among, around, read_facts, read_own_ties
from cypher.results import Subgraph
from cypher.saved import run
from explorer.render.hierarchical_layout import lay_out_hierarchy
from explorer.render.layout import Positions, give_way, lay_out
from explorer.shown_graph import ShownGraph
from explorer.state.actions import USUAL_LIMIT, Add, Collapse, Expand, LayOut, Layout, items_of
from explorer.state.gathered_countries import count_gathered, gather, list_gathered
from explorer.state.scene import GATHERED, Step

MOST_AT_FIRST = 150
"""The opening picture has no more nodes than this."""
FEWEST_AT_FIRST = 2
"""An overview of fewer shows nothing of how things stand to one another."""
ALWAYS_ADDED = 25
"""So many a step may add to a picture that is full, so that there is always a way on."""

START = ""
"""Stands for the opening picture, and for what the reader added by itself, in what brought a node in."""


@dataclass(frozen=True)
class LeftOut:
    """What the last step would have brought in as well, or what the opening picture lacks: how many by label.

    `nodes` are those that were expanded, none for the opening picture; `type`: by which relationships, empty for all.
    `is_sample`: the picture was chosen from a part.
    """

    by_label: Mapping[str, int]
    nodes: tuple[str, ...] = ()
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
    are. `most`: up to how many nodes a step fills it. `change`: how many nodes the last step brought in or before
    sight, or took out or from sight. `told`: what is to be said of the last step, as plain text.
    """

    subgraph: Subgraph
    positions: Positions
    left_out: LeftOut | None = None
    partial: frozenset[Expand] = field(default=frozenset())
    brought: Mapping[str, frozenset[str]] = field(default_factory=dict)
    concealed: frozenset[str] = field(default=frozenset())
    most: int = USUAL_LIMIT
    change: int = 0
    told: tuple[str, ...] = ()

    @property
    def expanded(self) -> frozenset[str]:
        """The nodes whose expansion brought something in."""
        return frozenset(chain.from_iterable(self.brought.values())) - {START}

    def looks_like(self, other: "Composition") -> bool:
        """Whether the same is in the picture and before sight, in the same places, and may be."""
        mine, theirs = ((c.concealed, c.most, list_ids(c.subgraph), c.positions) for c in (self, other))
        return mine == theirs


def bring_in(here: ShownGraph, steps: tuple[Step, ...], before: Composition, step: Add | Expand) -> Composition:
    ids = {n.id for n in before.subgraph.nodes if not n.id.startswith(GATHERED)}
    neighbours = _find_neighbours(here, step, ids)
    found = [n for n in neighbours if n.id not in ids]
    room = max(before.most - len(ids), ALWAYS_ADDED)
    cut = found[room:]
    new = {n.id for n in found[:room]}
    partial = before.partial
    if isinstance(step, Expand):
        partial = partial | {step} if cut else partial - {step}
    stepped = items_of(step)
    itself = {item for item in stepped if not item.startswith(GATHERED)}
    more = _list_all(partial)
    grown = gather(
        here, among(here.graph, ids | itself | new, here.data_set.name, here.model), list_expanded(steps), more
    )
    because = frozenset(stepped if isinstance(step, Expand) else {START})
    brought = {
        n: before.brought.get(n, frozenset()) | because for n in (*new, *(n.id for n in neighbours if n.id in ids))
    }
    brought |= {n: before.brought.get(n, frozenset({START})) for n in itself}
    seen = {*brought, *itself}
    return Composition(
        grown,
        lay_out(grown, before.positions),
        LeftOut(_count_labels(cut), stepped, getattr(step, "type", ""), added=room) if cut else None,
        partial,
        {**before.brought, **brought},
        before.concealed - seen,
        before.most,
        len(new) + len((itself - ids) | (before.concealed & seen)),
    )


def collapse(here: ShownGraph, steps: tuple[Step, ...], before: Composition, items: frozenset[str]) -> Composition:
    """Without what only the expansion of these nodes brought in and the reader has not expanded since."""
    others = before.expanded - items
    gone = {n for n, because in before.brought.items() if because <= items and n not in others}
    kept = {n.id for n in before.subgraph.nodes if not n.id.startswith(GATHERED)} - gone
    partial = frozenset(e for e in before.partial if not items >= set(items_of(e)))
    expanded = list_expanded(steps)
    left = among(here.graph, kept, here.data_set.name, here.model)
    shrunk = gather(here, left, expanded, _list_all(partial))
    brought = {n: because - items or frozenset({START}) for n, because in before.brought.items() if n not in gone}
    return Composition(
        shrunk,
        lay_out(shrunk, before.positions),
        None,
        partial,
        brought,
        before.concealed - gone,
        before.most,
        len(gone),
    )


def show_only(before: Composition, items: tuple[str, ...]) -> Composition:
    """With nothing to be seen but one thing and its neighbours, or but several things with their own ends."""
    neighbours = items if len(items) == 1 else ()
    edges = (e for e in before.subgraph.edges if e.id in items or e.start in neighbours or e.end in neighbours)
    seen = {*items, *chain.from_iterable((e.start, e.end) for e in edges)}
    away = {n.id for n in before.subgraph.nodes} - seen
    return replace(before, left_out=None, told=(), concealed=frozenset(away), change=len(away - before.concealed))


def lay_out_anew(before: Composition, step: LayOut) -> Composition:
    """Every node in a new place, but for those that were pinned."""
    pinned = {node: before.positions[node] for node in step.also if node in before.positions}
    place = lay_out_hierarchy if step.kind is Layout.HIERARCHY else lay_out_around
    positions = place(before.subgraph, pinned)
    return replace(before, left_out=None, told=(), positions=positions, change=len(positions))


def lay_out_around(subgraph: Subgraph, pinned: Positions) -> Positions:
    """By who is tied to whom; what is pinned stays, and what would be drawn on it gives way."""
    placed = lay_out(subgraph)
    return give_way(subgraph, placed, pinned) if pinned else placed


def show_again(before: Composition, item: str) -> Composition:
    concealed = before.concealed - {item} if item else frozenset()
    return replace(before, left_out=None, told=(), concealed=concealed, change=len(before.concealed - concealed))


def list_expanded(steps: tuple[Step, ...]) -> frozenset[str]:
    """The nodes that the reader expanded and did not collapse since."""
    expanded: set[str] = set()
    for step in steps:
        if isinstance(step, Expand):
            expanded.update(items_of(step))
        elif isinstance(step, Collapse):
            expanded.difference_update(items_of(step))
    return frozenset(expanded)


def _list_all(partial: Iterable[Expand]) -> set[str]:
    return set(chain.from_iterable(map(items_of, partial)))


def _find_neighbours(here: ShownGraph, step: Add | Expand, shown: Iterable[str]) -> tuple[Neighbour, ...]:
    """What a step brings in besides the node itself, the most important first."""
    if isinstance(step, Add):
        return tuple(
            n for item in items_of(step) if item.startswith(GATHERED) for n in list_gathered(here, item, shown)
        )
    shown = tuple(shown)
    by_node = [_list_neighbours(here, step, item, shown) for item in items_of(step)]
    in_turn = chain.from_iterable(zip_longest(*by_node))  # the most important of each, then the next of each
    return tuple({n.id: n for n in in_turn if n is not None}.values())


def _list_neighbours(here: ShownGraph, step: Expand, item: str, shown: Iterable[str]) -> tuple[Neighbour, ...]:
    if item.startswith(GATHERED):
        return list_gathered(here, item, shown)
    return around(here.graph, item, here.data_set.name, here.model, type_=step.type, way=step.way)


def list_ids(subgraph: Subgraph) -> frozenset[str]:
    """The ids of its nodes and relationships."""
    return frozenset(n.id for n in subgraph.nodes) | frozenset(e.id for e in subgraph.edges)


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
