"""From a scene to a drawn picture: step by step, so that whoever repeats the steps sees the same positions."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import streamlit as st

from cypher.internal import statement
from cypher.mentions import Mentions, read_mentions
from cypher.model import Model
from cypher.network import Neighbour, among, around, read_facts, read_own_ties
from cypher.results import Subgraph
from cypher.saved import run
from explorer.render.layout import Positions, lay_out
from explorer.render.picture import Picture, draw_picture
from explorer.shown_graph import ShownGraph
from explorer.state.gathered_countries import count_gathered, gather, list_gathered
from explorer.state.scene import GATHERED, Scene, Step, StepKind

MOST_AT_FIRST = 150
"""The opening picture has no more nodes than this."""
FEWEST_AT_FIRST = 2
"""An overview of fewer shows nothing of how things stand to one another."""
MOST_NODES = 400
"""More nodes than this are a hairball: a step fills the picture up to here."""
ALWAYS_ADDED = 25
"""So many a step may add to a picture that is full, so that there is always a way on."""


@dataclass(frozen=True)
class LeftOut:
    """What the last step would have brought in as well, or what the opening picture lacks: how many by label.

    `node` is what was expanded, None for the opening picture. `is_sample`: the picture was chosen from a part.
    """

    by_label: Mapping[str, int]
    node: str | None = None
    added: int = 0
    is_sample: bool = False

    @property
    def count(self) -> int:
        """How many in all."""
        return sum(self.by_label.values())


@dataclass(frozen=True)
class Composition:
    """What a scene comes to; `left_out` is the last step's, `partial` what was expanded and has more to bring in."""

    subgraph: Subgraph
    positions: Positions
    left_out: LeftOut | None = None
    partial: frozenset[str] = field(default=frozenset())


def compose(here: ShownGraph, scene: Scene) -> Composition:
    """The nodes, relationships and positions of a scene; the same for everybody who looks at the same records."""
    return _compose(here, scene, here.data_set.key, here.graph.server.uri)


@st.cache_resource(show_spinner=False, max_entries=32)
def _draw(subgraph_key: str, _composition: Composition, _model: Model) -> Picture:
    return draw_picture(_composition.subgraph, _composition.positions, _model)


def draw_composition(here: ShownGraph, scene: Scene, composed: Composition) -> Picture:
    """The picture of a composition."""
    return _draw(f"{here.graph.server.uri} {here.data_set.key} {scene.steps}", composed, here.model)


def find_mentions(here: ShownGraph, scene: Scene, composed: Composition) -> Mentions:
    """What the tables below a composition mention."""
    return _read_mentions(f"{here.graph.server.uri} {here.data_set.key} {scene.steps}", here, composed)


@st.cache_resource(show_spinner=False, max_entries=32)
def _read_mentions(subgraph_key: str, _here: ShownGraph, _composition: Composition) -> Mentions:
    return read_mentions(_here.graph, _composition.subgraph, _here.data_set.name, _here.model)


@st.cache_resource(show_spinner=False, max_entries=256)
def _compose(_here: ShownGraph, scene: Scene, version: str, uri: str) -> Composition:
    if not scene.steps:
        return _open_picture(_here)
    before = _compose(_here, scene.back(), version, uri)
    step = scene.steps[-1]
    ids = {n.id for n in before.subgraph.nodes if not n.id.startswith(GATHERED)}
    found = [n for n in _find_neighbours(_here, step, ids) if n.id not in ids]
    room = max(MOST_NODES - len(ids), ALWAYS_ADDED)
    cut = found[room:]
    partial = before.partial | {step.node} if cut else before.partial - {step.node}
    asked = {s.node for s in scene.steps if s.kind is StepKind.EXPAND}
    wanted = ids | _without_gathered(step.node) | {n.id for n in found[:room]}
    grown = gather(_here, among(_here.graph, wanted, _here.data_set.name, _here.model), asked, partial)
    left_out = LeftOut(_count_labels(cut), step.node, added=room) if cut else None
    return Composition(grown, lay_out(grown, before.positions), left_out, partial)


def _find_neighbours(here: ShownGraph, step: Step, shown: Iterable[str]) -> tuple[Neighbour, ...]:
    """What a step brings in besides the node itself, the most important first."""
    if step.node.startswith(GATHERED):
        return list_gathered(here, step.node, shown)
    if step.kind is StepKind.ADD:
        return ()
    return around(here.graph, step.node, here.data_set.name, here.model)


def _without_gathered(node: str) -> set[str]:
    return set() if node.startswith(GATHERED) else {node}


def _open_picture(here: ShownGraph) -> Composition:
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
    return Composition(start, lay_out(start), LeftOut(_count_unshown(here, start), is_sample=is_sample))


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
