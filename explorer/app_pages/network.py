"""The network page: a picture, what is selected in it, and the same as a table."""

from collections.abc import Mapping, Sequence

import streamlit as st

from cypher.guide import Beginning
from cypher.network import present
from explorer.app_pages.app_page import AppPage
from explorer.canvas import Offers, TiesPayload, accept_news, describe_sheet, read_news, show_canvas
from explorer.canvas.address_bar import accept_walk, read_walk
from explorer.markdown import escape
from explorer.panels.details import show_details, warn_if_cut
from explorer.panels.expansions import find_ties, make_payload, show_expansions
from explorer.panels.left_out import show_left_out
from explorer.panels.log_history import show_log_history
from explorer.panels.network_tables import show_network_tables
from explorer.panels.notices import show_notices, stay_at, write_address
from explorer.panels.open_graph import open_shown_graph
from explorer.panels.scene_files import open_scene, show_opened_scene, show_scene_files
from explorer.panels.search import seek, show_search
from explorer.render.evidence_list import read_support, write_evidence_list
from explorer.render.picture import Picture
from explorer.render.standalone_html import write_standalone_html
from explorer.shown_graph import ShownGraph
from explorer.state.actions import Action, Add, Expand, ShowAgain, ShowLabel
from explorer.state.chosen_data_set import SET, ask_for, name_data_set, read_address
from explorer.state.composed_steps import Composition
from explorer.state.composition import compose, draw_composition, find_mentions
from explorer.state.exploring import FULL, Followed, follow
from explorer.state.log import Log
from explorer.state.log_text import write_log
from explorer.state.log_words import describe_log
from explorer.state.page_url import write_url
from explorer.state.stale_links import open_address

CANVAS = "network-canvas"
LOG_OF = "log-of"
"""Which data set the session's log is of."""
ASKED = "asked-beside-the-canvas"


def show_page() -> None:
    """Draw the page from the session's log, or from the address where the session has none."""
    with open_shown_graph() as here:
        if st.session_state.get(LOG_OF) != here.data_set.name:
            _begin(here)
        _walk_with_browser(here)
        _follow_canvas(here)
        _follow_panel(here)
        _follow_scene_file(here)
        sought = show_search(here)
        if sought is not None:
            _bring_in(here, sought)
        log: Log = st.session_state.log
        composed = compose(here, log.scene)
        with st.container():  # whatever is said in it, the canvas below stays the same one on the page
            show_notices(_notices())
            if log.scene.is_full:
                st.info(FULL)
            show_opened_scene(here)
            show_left_out(here, composed)
        _show(here, log, composed)


def _begin(here: ShownGraph) -> None:
    """From the address; where that names no data set, and another one was chosen on another page, from its picture."""
    address = read_address()
    if LOG_OF in st.session_state and SET not in address:
        address = name_data_set(here, write_url(st.session_state.log, st.session_state.selected))
        ask_for(address)
    st.session_state[LOG_OF], st.session_state.log = here.data_set.name, Log()
    _open(here, address)


def _open(here: ShownGraph, address: Mapping[str, str]) -> None:
    """Show what an address names: as a point of the present log, where that has it."""
    asked = open_address(here, address)
    st.session_state.log, st.session_state.selected = st.session_state.log.open(asked.log), asked.selected
    st.session_state.notices = (address, asked.notices)


def _walk_with_browser(here: ShownGraph) -> None:
    """Go where the browser's Back or Forward went in this page's history."""
    walked = read_walk()
    if walked is None:
        return
    if walked.address.get(SET, here.data_set.name) == here.data_set.name:
        _open(here, walked.address)
        stay_at(write_log(st.session_state.log))
    accept_walk(walked)


def _follow_canvas(here: ShownGraph) -> None:
    """Do what the reader asked for on the canvas since the last run."""
    news = read_news(CANVAS)
    if not news.is_new:
        return
    _take(follow(here, st.session_state.log, news.asked))
    st.session_state.selected = news.selected
    accept_news(CANVAS, news)
    if news.unread:
        st.toast("Something that the page was sent could not be read and was left out.", icon=":material/warning:")


def _follow_panel(here: ShownGraph) -> None:
    """Do what the reader asked for beside the canvas: here, where an error of the graph is told."""
    action: Action | None = st.session_state.pop(ASKED, None)
    if action is not None:
        _take(follow(here, st.session_state.log, (action,)))


def _follow_scene_file(here: ShownGraph) -> None:
    """Open the scene that the reader gave; the browser's Back leads to the picture before it."""
    asked = open_scene(here)
    if asked is not None:
        st.session_state.log, st.session_state.selected = asked.log, asked.selected


def _ask(action: Action) -> None:
    st.session_state[ASKED] = action


def _take(followed: Followed) -> None:
    st.session_state.log = followed.log
    for text in followed.told:
        st.toast(escape(text), icon=":material/hub:")


def _go_to(at: int) -> None:
    st.session_state.log = st.session_state.log.go_to(at)


def _notices() -> tuple[str, ...]:
    """What the address asks for in vain, for as long as it is the one that the reader asked with."""
    address, notices = st.session_state.notices
    return notices if address == read_address() else ()


def _show(here: ShownGraph, log: Log, composed: Composition) -> None:
    drawn, selected = draw_composition(here, log.scene, composed), st.session_state.selected
    words, ties = describe_log(here, log), find_ties(here, composed.subgraph, selected)
    left, right = st.columns([2.6, 1], gap="medium")
    with left:
        show_canvas(
            drawn,
            log.scene,
            selected,
            describe_sheet(here.data_set.title, here.data_set),
            key=CANVAS,
            concealed=composed.concealed,
            offers=_make_offers(log, composed, words, make_payload(ties, selected, here.model)),
        )
    with right, st.container(height=724, border=False):
        with st.container(horizontal=True, gap="small"):
            show_log_history(log, words, _go_to)
            show_scene_files(here, log, selected, composed)
            if selected is not None:
                has_room = log.has_room_for(Expand(selected))
                show_expansions(ties, selected, here.model, _ask, has_room=has_room)
        warn_if_cut(composed.subgraph)
        show_details(here, composed.subgraph, selected)
        if selected is None:
            _show_beginnings(here)
    chosen = show_network_tables(
        composed.subgraph, f"network-{here.set_hash}", here.model, find_mentions(here, log.scene, composed)
    )
    if chosen is not None:
        st.session_state.selected = chosen
        st.rerun()
    _export(here, composed, drawn)
    write_address(here, write_url(log, selected), has_problem=bool(_notices()), point=write_log(log))


def _make_offers(log: Log, composed: Composition, words: Sequence[str], ties: Sequence[TiesPayload]) -> Offers:
    undo = words[log.at - 1] if log.next_undo else ""
    redo = words[log.at] if log.next_redo else ""
    return Offers(undo, redo, tuple(composed.expanded), ties)


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


def _bring_in(here: ShownGraph, sought: str) -> None:
    """Select what was found; add it to the picture where it is not in it, and show it where it is hidden."""
    log: Log = st.session_state.log
    composed = compose(here, log.scene)
    if composed.subgraph.node(sought) is None:
        log = log.then(Add(sought))
    elif sought in log.scene.hidden or sought in composed.concealed:
        log = log.then(ShowAgain(sought))
    known = here.model.find_label_of_id(sought)
    if known is not None and known.label in log.scene.hidden_labels:
        log = log.then(ShowLabel(known.label))
    st.session_state.log, st.session_state.selected = log, sought


@st.cache_resource(show_spinner=False, max_entries=8)
def _beginnings(uri: str, version: str, _here: ShownGraph) -> tuple[Beginning, ...]:
    """The places to begin that these records have."""
    there = present(_here.graph, (b.node for b in _here.guide.beginnings), _here.data_set.name, _here.model)
    return tuple(b for b in _here.guide.beginnings if b.node in there)


def _write_page(here: ShownGraph, composed: Composition, drawn: Picture) -> str:
    support = read_support(here.graph, composed.subgraph, here.data_set.name)
    evidence = write_evidence_list(composed.subgraph, support, here.model)
    return write_standalone_html(drawn, here.data_set.title, here.data_set.provenance, evidence)


def _export(here: ShownGraph, composed: Composition, drawn: Picture) -> None:
    st.download_button(
        "Picture as one HTML file",
        data=lambda: _write_page(here, composed, drawn),
        file_name="lodegraph-network.html",
        mime="text/html",
        icon=":material/download:",
        help="With the evidence of everything in it. Opens in any browser and asks no server for anything.",
    )


PAGE = AppPage("Network", ":material/hub:", "network", show_page, default=True)
