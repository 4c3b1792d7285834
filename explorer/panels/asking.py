"""What the picture is asked, as a list and drawn: paths between nodes, what they have in common, what is around one."""

from collections.abc import Callable

import streamlit as st

from cypher.errors import GraphError
from cypher.facets.asked import write_list
from cypher.paths import MOST_DEPTH, MOST_ENDS, MOST_LONGER, Routes
from explorer.markdown import escape
from explorer.panels.search import LONGEST, find_nodes
from explorer.shown_graph import ShownGraph
from explorer.state.action import Action
from explorer.state.actions import (
    COMMON,
    Path,
    Surround,
)
from explorer.state.asked_steps import ask_routes, describe_routes, name_nodes, name_route
from explorer.state.filters import write_filters
from explorer.state.scene import GATHERED, Scene
from ledger.ids import is_relationship_id
from ledger.text import count_things

Ask = Callable[[Action], None]
KINDS = ("Paths", "In common", "Around")
LENGTHS = {0: "the shortest ones", 1: "up to 1 step longer", 2: "up to 2 steps longer"}
MOST_FOUND = 6
MOST_LISTED = 20
"""Paths that are listed; on the canvas there are all for which there is room."""


def show_asking(here: ShownGraph, scene: Scene, ask: Ask, is_asked: Callable[[], bool]) -> None:
    """A button that opens it; `ask` is called with the action, `is_asked`: whether that waits for the page."""
    with st.popover("Ask", icon=":material/route:", key="asking"):
        _show_questions(here, scene, ask, is_asked)


def put_end(here: ShownGraph, node: str) -> None:
    """One more node to ask about; the oldest gives way where there are too many."""
    ends = [n for n in _ends(here) if n != node]
    st.session_state[_key(here, "ends")] = [*ends, node][-MOST_ENDS:]


@st.fragment
def _show_questions(here: ShownGraph, scene: Scene, ask: Ask, is_asked: Callable[[], bool]) -> None:
    """A fragment, so that typing and looking draw nothing else anew."""
    if is_asked():
        st.rerun()
    kind = st.segmented_control(
        "What is asked", KINDS, default=KINDS[0], key=_key(here, "kind"), label_visibility="collapsed"
    )
    _show_ends(here)
    by = st.pills(
        "Along", [str(w) for w in here.model.walks], selection_mode="multi", key=_key(here, "by"),
        help="What may be walked. With nothing chosen, paths follow deals, offices, initiatives and money, but no "
        "places, minerals or events; neighbours in common and surroundings are of any kind.",
    )  # fmt: skip
    walks, ends = write_list(tuple(by)), tuple(_ends(here))
    try:
        if kind == KINDS[2]:
            _show_around(here, ends, walks, ask)
        else:
            _show_paths(here, scene, ends, walks, ask, common=kind == KINDS[1])
    except GraphError as error:
        st.warning(f"The graph gave no answer: {escape(error)}", icon=":material/cloud_off:")


def _show_ends(here: ShownGraph) -> None:
    names = name_nodes(here, _ends(here))
    for node, name in names.items():
        st.button(
            escape(name), key=_key(here, f"end-{node}"), on_click=_drop_end, args=(here, node), icon=":material/close:",
            help="Take it out of the question",
        )  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        typed = st.text_input(
            "Which nodes", key=_key(here, "typed"), max_chars=LONGEST, live=True, icon=":material/search:",
            placeholder="type a name",
        )  # fmt: skip
        st.button("Add the selected", key=_key(here, "selected"), on_click=_put_selected, args=(here,))
    if typed and typed.strip():
        found = find_nodes(here, typed)
        with st.container(horizontal=True, gap="small"):
            for at, one in enumerate(tuple(found)[:MOST_FOUND]):
                st.button(escape(one.caption), key=_key(here, f"put-{at}"), on_click=_put_found, args=(here, one.id))
        if not found:
            st.caption(f"Nothing in these records is called “{escape(typed)}”, nor nearly so.")


def _show_paths(here: ShownGraph, scene: Scene, ends: tuple[str, ...], by: str, ask: Ask, *, common: bool) -> None:
    longer = COMMON
    if not common:
        longer = st.selectbox(
            "How long", range(MOST_LONGER + 1), format_func=lambda n: LENGTHS[n], key=_key(here, "longer")
        )
    only = ""
    if scene.filters and not common:
        is_only = st.checkbox("only through what the filters let pass", key=_key(here, "only"))
        only = write_filters(scene.filters) if is_only else ""
    if len(ends) < 2:
        st.caption("Choose two nodes or more: by name, or by a click on the canvas and “Add the selected”.")
        return
    asked = Path(write_list(ends), by, longer, only)
    found = ask_routes(here, asked)
    for text in describe_routes(here, asked, found):
        st.caption(escape(text))
    if found.routes:
        _list_routes(here, found, asked, ask)


def _list_routes(here: ShownGraph, found: Routes, asked: Path, ask: Ask) -> None:
    what = "neighbour in common" if asked.longer == COMMON else "path"
    number = len(found.routes)
    told = f"{number} neighbours in common" if asked.longer == COMMON and number != 1 else count_things(number, what)
    with st.container(horizontal=True, gap="small"):
        st.button(f"Bring in: {told}", key=_key(here, "bring"), on_click=ask, args=(asked,))
        alone = Path(asked.between, asked.by, asked.longer, asked.only, alone=1)
        st.button("Show only this", key=_key(here, "alone"), on_click=ask, args=(alone,))
    names = name_nodes(here, (n.id for n in found.subgraph.nodes))
    reads = {e.id: here.model.reads(e.type) for e in found.subgraph.edges}
    for route in found.routes[:MOST_LISTED]:
        ties = " · ".join(" / ".join(sorted({reads[t] for t in tie})) for tie in route.ties)
        st.markdown(f"{escape(name_route(route, names))}  \n:gray[{escape(ties)}]")
    if number > MOST_LISTED:
        st.caption(f"{number - MOST_LISTED} more are not listed here.")


def _show_around(here: ShownGraph, ends: tuple[str, ...], by: str, ask: Ask) -> None:
    depth = st.segmented_control(
        "Steps", range(1, MOST_DEPTH + 1), default=2, key=_key(here, "depth"), help="How far around it"
    )
    if not ends:
        st.caption("Choose a node: by name, or by a click on the canvas and “Add the selected”.")
    for node, name in name_nodes(here, ends).items():
        st.button(
            f"Bring in what is within {count_things(depth or 1, 'step')} of {escape(name)}",
            key=_key(here, f"around-{node}"), on_click=ask, args=(Surround(node, depth or 1, by),),
        )  # fmt: skip


def _ends(here: ShownGraph) -> list[str]:
    ends: list[str] = st.session_state.get(_key(here, "ends"), [])
    return ends


def _put_selected(here: ShownGraph) -> None:
    selected: str | None = st.session_state.get("selected")
    if selected and not is_relationship_id(selected) and not selected.startswith(GATHERED):
        put_end(here, selected)


def _put_found(here: ShownGraph, node: str) -> None:
    put_end(here, node)
    st.session_state[_key(here, "typed")] = ""


def _drop_end(here: ShownGraph, node: str) -> None:
    st.session_state[_key(here, "ends")] = [n for n in _ends(here) if n != node]


def _key(here: ShownGraph, name: str) -> str:
    return f"ask-{name}-{here.set_hash}"
