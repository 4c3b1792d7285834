"""From a scene to a drawn picture: step by step, so that whoever repeats the steps sees the same positions."""

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from cypher.model import Model
from cypher.network import among, around, only_took_part
from cypher.results import GraphEdge, GraphNode, Subgraph
from cypher.saved import run
from explorer.render.layout import Positions, lay_out
from explorer.render.picture import Picture, draw_picture
from explorer.shown_graph import ShownGraph
from explorer.state.scene import ALL_GATHERED, GATHERED, Scene, StepKind

OCCASIONS = ("ATTENDS", "HAPPENS_AT")
MOST_NODES = 400
"""More nodes than this are a hairball: a step that would lead beyond is not taken, and the page says so."""


@dataclass(frozen=True)
class Composition:
    """What a scene comes to; `refused` names the node of a step that would have brought in too many."""

    subgraph: Subgraph
    positions: Positions
    refused: str | None = None


def compose(here: ShownGraph, scene: Scene) -> Composition:
    """The nodes, relationships and positions of a scene; the same for everybody who looks at the same records."""
    return _compose(here, scene, here.data_set.key, here.graph.server.uri)


@st.cache_resource(show_spinner=False, max_entries=32)
def _draw(subgraph_key: str, _composition: Composition, _model: Model) -> Picture:
    return draw_picture(_composition.subgraph, _composition.positions, _model)


def draw_composition(here: ShownGraph, scene: Scene, composed: Composition) -> Picture:
    """The picture of a composition."""
    return _draw(f"{here.graph.server.uri} {here.data_set.key} {scene.steps}", composed, here.model)


@st.cache_resource(show_spinner=False, max_entries=256)
def _compose(_here: ShownGraph, scene: Scene, version: str, uri: str) -> Composition:
    if not scene.steps:
        start = _read_opening(_here)
        return Composition(start, lay_out(start))
    before = _compose(_here, scene.back(), version, uri)
    step = scene.steps[-1]
    wanted = _find_wanted(_here, before.subgraph, step.kind, step.node)
    if len(wanted) > MOST_NODES:
        return Composition(before.subgraph, before.positions, refused=step.node)
    grown = _gather(_here, among(_here.graph, wanted, _here.data_set.name, _here.model), scene)
    return Composition(grown, lay_out(grown, before.positions))


def _read_opening(here: ShownGraph) -> Subgraph:
    first = run(here.graph, here.catalog.get("overview"), {}, here.data_set.name).subgraph
    return _gather(here, among(here.graph, (n.id for n in first.nodes), here.data_set.name, here.model), Scene())


def _find_wanted(here: ShownGraph, shown: Subgraph, kind: StepKind, node: str) -> set[str]:
    ids = {n.id for n in shown.nodes if not n.id.startswith(GATHERED)}
    if node.startswith(GATHERED):
        there = _read_participants(here, ids)
        return ids | {n for event in there.nodes if node in _list_openers(event) for n in _list_members(there, event)}
    near = around(here.graph, node, here.data_set.name, here.model) if kind is StepKind.EXPAND else ()
    return ids | {node} | set(near)


def _gather(here: ShownGraph, shown: Subgraph, scene: Scene) -> Subgraph:
    """Put the countries that only took part in an event into one node beside it, unless the reader has opened it."""
    asked = {step.node for step in scene.steps if step.kind is StepKind.EXPAND}
    there = _read_participants(here, (n.id for n in shown.nodes))
    events = [n for n in there.nodes if _list_members(there, n) and asked.isdisjoint(_list_openers(n))]
    if not events:
        return _drop_occasions(shown, asked)
    ids = {n.id for n in (*shown.nodes, *events)}
    with_events = _drop_occasions(among(here.graph, ids, here.data_set.name, here.model), asked)
    for event in events:
        with_events = with_events.with_(_make_gathered_node(there, event))
    return with_events


def _read_participants(here: ShownGraph, ids: Iterable[str]) -> Subgraph:
    return only_took_part(here.graph, ids, here.guide.occasions, here.data_set.name)


def _list_members(there: Subgraph, event: GraphNode) -> list[str]:
    return [edge.start for edge in there.edges if edge.end == event.id]


def _list_openers(event: GraphNode) -> set[str]:
    """The ids of steps that open what is gathered at an event."""
    return {GATHERED + event.id.partition("/")[2], ALL_GATHERED}


def _make_gathered_node(there: Subgraph, event: GraphNode) -> Subgraph:
    node_id = GATHERED + event.id.partition("/")[2]
    members = set(_list_members(there, event))
    names = [node.name for node in there.nodes if node.id in members]
    countries = "1 country" if len(names) == 1 else f"{len(names)} countries"
    name = f"{countries} that only took part in {event.name}"
    properties = {"id": node_id, "name": name, "gathered": names, "occasion": event.name}
    edge = GraphEdge(f"{node_id}|ATTENDS|{event.id}|participant", "ATTENDS", node_id, event.id, {"role": "participant"})
    return Subgraph((GraphNode(node_id, "Country", properties),), (edge,))


def _drop_occasions(subgraph: Subgraph, asked: set[str]) -> Subgraph:
    """The picture speaks of signing and paying: occasions are drawn for who was asked for, or would stand alone."""
    tied = {end for e in subgraph.edges if e.type not in OCCASIONS for end in (e.start, e.end)}
    edges = (e for e in subgraph.edges if e.type not in OCCASIONS or e.start not in tied or {e.start, e.end} & asked)
    return Subgraph(subgraph.nodes, tuple(edges), subgraph.truncated)
