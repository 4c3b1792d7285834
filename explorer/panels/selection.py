"""The panel for whatever is selected: one thing, several, or what is drawn as one in place of several."""

from collections import Counter
from collections.abc import Callable, Sequence

import streamlit as st

from cypher.model import Model
from cypher.results import GraphEdge, GraphNode, Subgraph
from explorer.markdown import escape
from explorer.panels.details import show_details
from explorer.panels.dispute_badges import format_weight
from explorer.render.dispute_marks import find_mark
from explorer.render.leaf_bundles import LeafBundle, find_bundle
from explorer.render.parallel_lines import find_lines
from explorer.render.picture_style import Marked
from explorer.render.style import binds
from explorer.shown_graph import ShownGraph
from explorer.state.action import Action
from explorer.state.actions import (
    Expand,
    Hide,
    Pin,
    ShowOnly,
    Unpin,
)
from explorer.state.scene import Scene

MOST_LISTED = 100
"""Things that are named one by one; how many more there are is said."""
MOST_IN_FULL = 12
"""Parallel relationships that can be opened in full."""

Ask = Callable[[Action], None]
LINE = "|line"
"""How the id of a mark's own line ends."""


def show_selection(
    here: ShownGraph, shown: Subgraph, selected: str | None, chosen: Sequence[str], scene: Scene, ask: Ask | None = None
) -> None:
    """What is known of what is selected. `chosen`: all that is, where it is several; `ask`: does an action to these."""
    if len(chosen) > 1:
        _show_several(shown, chosen, scene, here.model, ask)
    lines, bundle = find_lines(shown, selected), find_bundle(shown, (selected or "").removesuffix(LINE))
    if lines:
        _show_lines(here, shown, lines)
    elif bundle is not None:
        _show_bundle(shown, bundle, here.model)
    else:
        show_details(here, shown, selected)


def _show_several(shown: Subgraph, chosen: Sequence[str], scene: Scene, model: Model, ask: Ask | None) -> None:
    nodes = [n for n in shown.nodes if n.id in chosen]
    edges = [e for e in shown.edges if e.id in chosen]
    st.markdown(f"#### {len(chosen)} selected")
    counts = Counter(n.label for n in nodes)
    told = [f"{count} {model.plural(label).lower() if count > 1 else label.lower()}" for label, count in counts.items()]
    if edges:
        told.append(f"{len(edges)} relationship{'s' if len(edges) > 1 else ''}")
    st.caption(
        f"{escape(', '.join(told) or 'drawn as one')}. Ctrl or Shift and a press add one or take it out; Shift and a "
        "drag add all in a box; Escape clears. Below is the last one."
    )
    items = [*(n.id for n in nodes), *(e.id for e in edges)]
    if ask is not None and items:
        _offer(ask, [n.id for n in nodes], items, scene)
    with st.expander("Which"):
        _list_names([model.name_of(n) for n in nodes] + [_tell(shown, e, model) for e in edges])
    st.divider()


def _offer(ask: Ask, nodes: Sequence[str], items: Sequence[str], scene: Scene) -> None:
    """Buttons, each of which is one entry of the log."""
    does: list[tuple[str, Action]] = [("Hide", _do(Hide, items)), ("Show only these", _do(ShowOnly, items))]
    if nodes:
        pinned = set(nodes) <= set(scene.pinned)
        does.append(("Unpin", _do(Unpin, nodes)) if pinned else ("Pin", _do(Pin, nodes)))
        does.append(("Show neighbours", _do(Expand, nodes)))
    with st.container(horizontal=True, gap="small"):
        for at, (name, action) in enumerate(does):
            st.button(name, key=f"several-{at}", on_click=ask, args=(action,))


def _do(kind: type[Hide | ShowOnly | Pin | Unpin | Expand], items: Sequence[str]) -> Action:
    return kind(items[0], also=tuple(items[1:]))


def _show_lines(here: ShownGraph, shown: Subgraph, lines: Sequence[GraphEdge]) -> None:
    """Each of the relationships for which one line stands, in full on demand."""
    ends = {end for e in lines for end in (e.start, e.end)}
    names = [here.model.name_of(n) for n in shown.nodes if n.id in ends]
    st.markdown(f"#### {len(lines)} relationships between {escape(' and '.join(names))}")
    st.caption("Drawn as one line: double-click it, or press g, to draw each.")
    st.markdown("\n".join(f"- {escape(_tell(shown, e, here.model))}{_mark(shown, e)}" for e in lines))
    for edge in lines[:MOST_IN_FULL]:
        with st.expander(escape(_tell(shown, edge, here.model))):
            show_details(here, shown, edge.id)


def _show_bundle(shown: Subgraph, bundle: LeafBundle, model: Model) -> None:
    """Each leaf for which one mark stands."""
    hub = next((n for n in shown.nodes if n.id == bundle.hub), None)
    st.markdown(f"#### {escape(bundle.name(model))}")
    hub_name = model.name_of(hub) if hub else bundle.hub
    st.caption(
        f"{escape(bundle.says(hub_name, model))}, and nothing else in this picture ties them. Double-click the mark, "
        "or press b, to draw each. What is hidden, pinned or moved is not in the mark."
    )
    ties = {end: e for e in shown.edges for end in (e.start, e.end) if bundle.hub in (e.start, e.end)}
    told = [f"- {escape(model.name_of(n))}{_mark_leaf(n)}{_mark(shown, ties.get(n.id))}" for n in bundle.members]
    st.markdown("\n".join(told))


def _tell(shown: Subgraph, edge: GraphEdge, model: Model) -> str:
    names = {n.id: model.name_of(n) for n in shown.nodes if n.id in (edge.start, edge.end)}
    return f"{names.get(edge.start, edge.start)} {model.reads(edge.type)} {names.get(edge.end, edge.end)}"


def _mark(shown: Subgraph, edge: GraphEdge | None) -> str:
    """What a grouped line must not hide: that this one is disputed, or that its deal binds nobody."""
    if edge is None:
        return ""
    loose = any(not binds(n) for n in shown.nodes if n.id in (edge.start, edge.end))
    return _mark_leaf(edge) + (" :gray-badge[not binding]" if loose else "")


def _mark_leaf(item: GraphNode | GraphEdge) -> str:
    mark = find_mark(item, Marked.ALL)
    return f" disputed: {format_weight(mark.weight)}" if mark else ""


def _list_names(names: Sequence[str]) -> None:
    st.markdown("\n".join(f"- {escape(name)}" for name in names[:MOST_LISTED]))
    if len(names) > MOST_LISTED:
        st.caption(f"and {len(names) - MOST_LISTED} more")
