"""From a scene to a drawn picture: step by step, so that whoever repeats the steps sees the same positions."""

from dataclasses import dataclass

import streamlit as st

from cypher.model import Model
from cypher.network import among, around, only_took_part
from cypher.results import GraphEdge, GraphNode, Subgraph
from cypher.saved import run
from explorer.canvas import Picture, draw, lay_out
from explorer.network.scene import GATHERED, Scene, StepKind
from explorer.opened import Opened

Positions = dict[str, tuple[float, float]]
OCCASIONS = ("ATTENDS", "HAPPENS_AT")
MOST_NODES = 400
"""More nodes than this are a hairball: a step that would lead beyond is not taken, and the page says so."""


@dataclass(frozen=True)
class Stage:
    """What a scene comes to; `refused` names the node of a step that would have brought in too many."""

    subgraph: Subgraph
    positions: Positions
    refused: str | None = None


def stage(here: Opened, scene: Scene) -> Stage:
    """The nodes, relationships and positions of a scene; the same for everybody who looks at the same records."""
    return _stage(here, scene, here.data_set.key, here.graph.server.uri)


@st.cache_resource(show_spinner=False, max_entries=32)
def _picture(subgraph_key: str, _stage_: Stage, _model: Model) -> Picture:
    return draw(_stage_.subgraph, _stage_.positions, _model)


def picture(here: Opened, scene: Scene, staged: Stage) -> Picture:
    """The picture of a stage."""
    return _picture(f"{here.graph.server.uri} {here.data_set.key} {scene.steps}", staged, here.model)


@st.cache_resource(show_spinner=False, max_entries=256)
def _stage(_here: Opened, scene: Scene, version: str, uri: str) -> Stage:
    if not scene.steps:
        start = _opening(_here)
        return Stage(start, lay_out(start))
    before = _stage(_here, scene.back(), version, uri)
    step = scene.steps[-1]
    wanted = _wanted(_here, before.subgraph, step.kind, step.node)
    if len(wanted) > MOST_NODES:
        return Stage(before.subgraph, before.positions, refused=step.node)
    grown = _gather(_here, among(_here.graph, wanted, _here.data_set.name, _here.model), scene)
    return Stage(grown, lay_out(grown, before.positions))


def _opening(here: Opened) -> Subgraph:
    first = run(here.graph, here.catalog.get("overview"), {}, here.data_set.name).subgraph
    return _gather(here, among(here.graph, (n.id for n in first.nodes), here.data_set.name, here.model), Scene())


def _wanted(here: Opened, shown: Subgraph, kind: StepKind, node: str) -> set[str]:
    ids = {n.id for n in shown.nodes} - {GATHERED}
    if node == GATHERED:
        return ids | {n.id for n in only_took_part(here.graph, ids, here.data_set.name).nodes}
    return (
        ids
        | {node}
        | (set(around(here.graph, node, here.data_set.name, here.model)) if kind is StepKind.EXPAND else set())
    )


def _gather(here: Opened, shown: Subgraph, scene: Scene) -> Subgraph:
    """Put the countries that only took part into one node beside their event, unless the reader has opened it."""
    asked = {step.node for step in scene.steps if step.kind is StepKind.EXPAND}
    if GATHERED in asked:
        return _quiet(shown, asked)
    there = only_took_part(here.graph, (n.id for n in shown.nodes), here.data_set.name)
    members = [n for n in there.nodes if n.label == "Country"]
    event = next((n for n in there.nodes if n.label == "Event"), None)
    if event is None or not members:
        return _quiet(shown, asked)
    name = f"{len(members)} countries that only took part"
    gathered = GraphNode(GATHERED, "Country", {"id": GATHERED, "name": name, "gathered": [m.name for m in members]})
    edge = GraphEdge(
        f"{GATHERED}|ATTENDS|{event.id}|participant", "ATTENDS", GATHERED, event.id, {"role": "participant"}
    )
    with_event = among(here.graph, {*(n.id for n in shown.nodes), event.id}, here.data_set.name, here.model)
    return _quiet(with_event, asked).with_(Subgraph((gathered,), (edge,)))


def _quiet(subgraph: Subgraph, asked: set[str]) -> Subgraph:
    """The picture speaks of signing and paying: occasions are drawn for who was asked for, or would stand alone."""
    tied = {end for e in subgraph.edges if e.type not in OCCASIONS for end in (e.start, e.end)}
    edges = (e for e in subgraph.edges if e.type not in OCCASIONS or e.start not in tied or {e.start, e.end} & asked)
    return Subgraph(subgraph.nodes, tuple(edges), subgraph.truncated)
