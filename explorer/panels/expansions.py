"""By which types of relationships the selected node can be expanded, with counts before it is."""

from collections.abc import Callable, Sequence

import streamlit as st

from cypher.model import Model
from cypher.network import Ties, ties_of
from cypher.results import Subgraph
from explorer.canvas import TiesPayload
from explorer.markdown import escape
from explorer.shown_graph import ShownGraph
from explorer.state.actions import Expand, Way
from explorer.state.log_words import describe_ties
from explorer.state.scene import GATHERED
from ledger.glossary import spell_term

MOST_KEYS = 9
"""Digits that expand by the type in that place."""
MOST_ROLES = 4


def find_ties(here: ShownGraph, shown: Subgraph, selected: str | None) -> tuple[Ties, ...]:
    """How the selected node is tied, where a node of the picture is selected. Raises what the graph raises."""
    if selected is None or selected.startswith(GATHERED) or shown.node(selected) is None:
        return ()
    ids = tuple(sorted(n.id for n in shown.nodes if not n.id.startswith(GATHERED)))
    return _read_ties(here.graph.server.uri, here.data_set.key, selected, ids, here)


def make_payload(ties: Sequence[Ties], selected: str | None, model: Model) -> list[TiesPayload]:
    """For the keys and menus of the canvas."""
    return [
        {
            "item": selected or "",
            "type": t.type,
            "way": t.way,
            "words": describe_ties(t.type, t.way, model),
            "more": t.more,
        }
        for t in ties
    ]


def show_expansions(
    ties: Sequence[Ties], selected: str, model: Model, expand: Callable[[Expand], None], *, has_room: bool
) -> None:
    """A button for each type and direction; it says how many neighbours there are, and how many are not shown."""
    if not ties:
        return
    with st.popover("Expand by type", icon=":material/hub:", key="expand-by-type"):
        st.caption(
            "Neighbours by these relationships alone, the most important first. "
            f"The keys 1 to {MOST_KEYS} on the picture do the same, in this order."
        )
        for at, tie in enumerate(ties):
            st.button(
                _write_ties(tie, model),
                key=f"expand-{at}",
                on_click=expand,
                args=(Expand(selected, tie.type, Way(tie.way)),),
                type="tertiary",
                disabled=not tie.more or not has_room,
                icon=":material/arrow_outward:" if tie.way == Way.OUT else ":material/south_west:",
            )


def _write_ties(tie: Ties, model: Model) -> str:
    words = escape(describe_ties(tie.type, tie.way, model))
    roles = [spell_term(role) for role in tie.roles if role]
    told = ", ".join(roles[:MOST_ROLES]) + (f" and {len(roles) - MOST_ROLES} more" if len(roles) > MOST_ROLES else "")
    there = f"all {tie.neighbours:,} in the picture" if tie.neighbours > 1 else "in the picture"
    counts = f"{tie.more:,} more of {tie.neighbours:,}" if tie.more else there
    return f"{words}{f' :gray[as {escape(told)}]' if told else ''}: {counts}"


@st.cache_resource(show_spinner=False, max_entries=256)
def _read_ties(uri: str, version: str, node: str, shown: tuple[str, ...], _here: ShownGraph) -> tuple[Ties, ...]:
    return ties_of(_here.graph, node, shown, _here.data_set.name, _here.model)
