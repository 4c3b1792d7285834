"""By which types of relationships the selected node can be expanded, with counts before it is."""

from collections.abc import Callable, Sequence

import streamlit as st

from cypher.model import Model
from cypher.network import Neighbour, Ties, around, ties_of
from cypher.results import Subgraph
from explorer.canvas import TiesPayload
from explorer.markdown import escape
from explorer.shown_graph import ShownGraph
from explorer.state.actions import Add, Expand, Way
from explorer.state.log_words import describe_ties
from explorer.state.scene import GATHERED
from ledger.glossary import spell_term
from ledger.text import shorten

MOST_KEYS = 9
"""Digits that expand by the type in that place."""
MOST_ROLES = 4
MOST_OFFERED = 200
"""Neighbours that are offered one by one."""


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
    ties: Sequence[Ties],
    selected: str,
    model: Model,
    expand: Callable[[Expand], None],
    *,
    has_room: bool,
    choose: Callable[[], None] | None = None,
) -> None:
    """A button for each type and direction; it says how many neighbours there are, and how many are
    not shown. `choose` draws what is below."""
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
        if choose is not None and has_room and any(tie.more for tie in ties):
            choose()


def show_choice(here: ShownGraph, shown: Subgraph, selected: str, add: Callable[[Add], None]) -> None:
    """On demand: the neighbours that are not in the picture, the most important first, to be chosen one by one."""
    if not st.toggle("Choose one by one", key="choose-neighbours"):
        return
    there = {n.id for n in shown.nodes}
    missing = [
        n for n in _read_neighbours(here.graph.server.uri, here.data_set.key, selected, here) if n.id not in there
    ]
    names = {n.id: _write_neighbour(n) for n in missing[:MOST_OFFERED]}
    key = f"neighbours-{here.set_hash}"
    chosen = st.multiselect(
        f"{len(missing):,} not in the picture", list(names), format_func=lambda i: names[i], key=key,
        help="With a figure of money first, then the disputed, then those with most relationships.",
    )  # fmt: skip
    if len(missing) > MOST_OFFERED:
        st.caption(f"The first {MOST_OFFERED} of {len(missing):,}: expand by type, or search, for the others.")
    st.button(
        "Add the chosen", key="add-chosen", disabled=not chosen, on_click=_add, args=(key, frozenset(names), add),
    )  # fmt: skip


def _add(key: str, offered: frozenset[str], add: Callable[[Add], None]) -> None:
    first, *others = (i for i in st.session_state[key] if i in offered)
    add(Add(first, tuple(others)))


def _write_neighbour(neighbour: Neighbour) -> str:
    told = [
        neighbour.label,
        *(["money"] if neighbour.has_figure else []),
        *(["disputed"] if neighbour.is_disputed else []),
    ]
    return f"{shorten(neighbour.name)} ({', '.join(told)}, {neighbour.ties:,} ties)"


@st.cache_resource(show_spinner=False, max_entries=64)
def _read_neighbours(uri: str, version: str, node: str, _here: ShownGraph) -> tuple[Neighbour, ...]:
    return around(_here.graph, node, _here.data_set.name, _here.model)


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
