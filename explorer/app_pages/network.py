"""The network page: a picture, what is selected in it, and the same as a table."""

from dataclasses import replace

import streamlit as st

from cypher.guide import Beginning
from cypher.network import present
from explorer.app_pages.app_page import AppPage
from explorer.canvas import CanvasEvents, find_current_view, show_canvas
from explorer.markdown import escape
from explorer.panels.details import show_details, warn_if_cut
from explorer.panels.left_out import show_left_out
from explorer.panels.network_tables import show_network_tables
from explorer.panels.notices import show_notices, write_address
from explorer.panels.open_graph import open_shown_graph
from explorer.panels.search import seek, show_search
from explorer.render.picture import Picture
from explorer.render.standalone_html import write_standalone_html
from explorer.shown_graph import ShownGraph
from explorer.state.canvas_view import CanvasView
from explorer.state.chosen_data_set import SET, ask_for, name_data_set, read_address
from explorer.state.composition import Composition, compose, draw_composition, find_mentions
from explorer.state.page_url import write_url
from explorer.state.scene import MOST_STEPS, Scene, StepKind
from explorer.state.stale_links import open_address

CANVAS = "network-canvas"
SCENE_OF = "scene-of"
"""Which data set the session's picture is of."""


def show_page() -> None:
    """Draw the page from the session's state, or from the address where the session has none."""
    with open_shown_graph() as here:
        if st.session_state.get(SCENE_OF) != here.data_set.name:
            _begin(here)
        sought = show_search(here)
        show_notices(_notices())
        scene: Scene = st.session_state.scene
        composed = compose(here, scene)
        if sought is not None:
            scene, composed = _bring_in(here, scene, composed, sought)
        if scene.is_full:
            st.info(f"This picture has {MOST_STEPS} steps, and that is the most: take some back, or begin anew.")
        show_left_out(here, composed)
        _show(here, scene, composed)


def _begin(here: ShownGraph) -> None:
    """From the address; where that names no data set, and another one was chosen on another page, from its picture."""
    address = read_address()
    if SCENE_OF in st.session_state and SET not in address:
        address = name_data_set(here, write_url(st.session_state.scene, st.session_state.view))
        ask_for(address)
    st.session_state[SCENE_OF] = here.data_set.name
    asked = open_address(here, address)
    st.session_state.scene, st.session_state.view = asked.scene, asked.view
    st.session_state.notices = (address, asked.notices)


def _notices() -> tuple[str, ...]:
    """What the address asks for in vain, for as long as it is the one that the reader asked with."""
    address, notices = st.session_state.notices
    return notices if address == read_address() else ()


def _show(here: ShownGraph, scene: Scene, composed: Composition) -> None:
    drawn = draw_composition(here, scene, composed)
    left, right = st.columns([2.6, 1], gap="medium")
    with left:
        events = show_canvas(drawn, st.session_state.view, key=CANVAS, can_go_back=bool(scene.steps))
    st.session_state.view = events.view
    _follow(scene, composed, events)
    with right, st.container(height=724, border=False):
        warn_if_cut(composed.subgraph)
        show_details(here, composed.subgraph, events.view.selected)
        if events.view.selected is None:
            _show_beginnings(here)
    chosen = show_network_tables(
        composed.subgraph, f"network-{here.set_hash}", here.model, find_mentions(here, scene, composed)
    )
    if chosen is not None:
        st.session_state.view = replace(events.view, selected=chosen)
        st.rerun()
    _export(here, drawn)
    write_address(here, write_url(scene, events.view), has_problem=bool(_notices()))


def _follow(scene: Scene, composed: Composition, events: CanvasEvents) -> None:
    """Take the step that the reader asked for on the canvas."""
    if events.expand is not None:
        node = events.expand.node
        after = scene.then(StepKind.EXPAND, node, again=node in composed.partial)
    elif events.back:
        after = scene.back()
    else:
        return
    if after == scene:
        if not scene.is_full:  # which the page says by itself
            st.toast("Nothing was added: its neighbours are in the picture, or you hid them.", icon=":material/hub:")
        return
    st.session_state.scene = after
    st.rerun()


def _show_beginnings(here: ShownGraph) -> None:
    """Places to begin for who sees the picture for the first time, as far as these records have them."""
    beginnings = _beginnings(here.graph.server.uri, here.data_set.key, here)
    if beginnings:
        st.caption("Good places to begin")
    for at, beginning in enumerate(beginnings):
        st.button(
            escape(beginning.title),
            key=f"begin-{at}",
            on_click=seek,
            args=(beginning.node,),
            type="tertiary",
            icon=":material/arrow_forward:",
        )


def _bring_in(here: ShownGraph, scene: Scene, composed: Composition, sought: str) -> tuple[Scene, Composition]:
    """Select what was found, and add it to the picture where it is not in it."""
    view: CanvasView = st.session_state.view
    shown = tuple(h for h in view.hidden if h != sought)
    st.session_state.view = replace(find_current_view(CANVAS, view), selected=sought, hidden=shown)
    if composed.subgraph.node(sought) is not None:
        return scene, composed
    st.session_state.scene = scene.then(StepKind.ADD, sought)
    return st.session_state.scene, compose(here, st.session_state.scene)


@st.cache_resource(show_spinner=False, max_entries=8)
def _beginnings(uri: str, version: str, _here: ShownGraph) -> tuple[Beginning, ...]:
    """The places to begin that these records have."""
    there = present(_here.graph, (b.node for b in _here.guide.beginnings), _here.data_set.name, _here.model)
    return tuple(b for b in _here.guide.beginnings if b.node in there)


def _export(here: ShownGraph, drawn: Picture) -> None:
    note = f"Records {here.data_set.version}, loaded {here.data_set.loaded_at}"
    st.download_button(
        "Picture as one HTML file",
        data=lambda: write_standalone_html(drawn, here.data_set.title, note),
        file_name="lodegraph-network.html",
        mime="text/html",
        icon=":material/download:",
        help="Opens in any browser and asks no server for anything.",
    )


PAGE = AppPage("Network", ":material/hub:", "network", show_page, default=True)
