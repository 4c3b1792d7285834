"""Claims and readings as nodes of a picture: they belong to the panel, and come in only where they are asked for."""

from collections.abc import Iterable
from dataclasses import replace

from cypher.network import CLAIMS, read_claims_as_nodes
from cypher.results import Subgraph
from explorer.render.layout import lay_out
from explorer.render.without_claims import drop_nodes
from explorer.shown_graph import ShownGraph
from explorer.state.actions import HideClaims, ShowClaims
from explorer.state.composed_steps import START, Composition
from explorer.state.scene import Step


def show_claims(here: ShownGraph, before: Composition, item: str) -> Composition:
    """With what the sources say of a node and the readings of disputes about it; nobody who is there is moved."""
    found = _read(here, item)
    if before.subgraph.node(item) is None or not found.nodes:
        return replace(before, left_out=None, told=(), change=0)
    grown = before.subgraph.with_(found)
    new = {n.id for n in grown.nodes} - {n.id for n in before.subgraph.nodes}
    brought = {**before.brought, **dict.fromkeys(new, frozenset({START}))}
    placed = lay_out(grown, before.positions)
    return replace(before, subgraph=grown, positions=placed, left_out=None, told=(), brought=brought, change=len(new))


def hide_claims(here: ShownGraph, steps: tuple[Step, ...], before: Composition) -> Composition:
    """Without the claims and readings that no node has any more for which they are to be shown."""
    kept = {n.id for item in list_claimed(steps) for n in _read(here, item).nodes}
    gone = {n.id for n in before.subgraph.nodes if n.label in CLAIMS and n.id not in kept}
    return replace(
        before,
        subgraph=drop_nodes(before.subgraph, gone),
        positions={node: point for node, point in before.positions.items() if node not in gone},
        left_out=None,
        told=(),
        brought={node: because for node, because in before.brought.items() if node not in gone},
        concealed=before.concealed - gone,
        change=len(gone),
    )


def list_claimed(steps: Iterable[Step]) -> tuple[str, ...]:
    """The nodes whose claims and readings are to be shown, by the steps so far."""
    asked = dict[str, None]()
    for step in steps:
        if isinstance(step, ShowClaims):
            asked[step.item] = None
        elif isinstance(step, HideClaims):
            asked = {item: None for item in asked if step.item and item != step.item}
    return tuple(asked)


def _read(here: ShownGraph, item: str) -> Subgraph:
    return read_claims_as_nodes(here.graph, item, here.data_set.name, here.model)
