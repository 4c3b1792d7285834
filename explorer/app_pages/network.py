"""The network page: a picture, what is selected in it, and the same as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from explorer.app_pages.app_page import AppPage
from explorer.canvas import (
    Offers,
    TiesPayload,
    accept_news,
    describe_sheet,
    lead_to,
    list_chosen,
    read_news,
    set_chosen,
    show_canvas,
)
from explorer.canvas.address_bar import accept_walk, read_walk
from explorer.markdown import escape
from explorer.panels.asking import show_asking
from explorer.panels.beginnings import show_beginnings
from explorer.panels.details import warn_if_cut
from explorer.panels.drawn_limit import show_drawn_limit
from explorer.panels.expansions import find_ties, make_payload, show_choice, show_expansions
from explorer.panels.filters import show_asked, show_filters
from explorer.panels.guide_page import show_guide_page
from explorer.panels.left_out import show_left_out
from explorer.panels.log_history import show_log_history
from explorer.panels.network_files import draw_seen, keep_files, show_page_download
from explorer.panels.network_tables import ask_for_all, describe_out_of_sight, do_tables_follow, show_network_tables
from explorer.panels.notices import show_notices, stay_at, write_address
from explorer.panels.open_graph import open_shown_graph, tell_graph_errors
from explorer.panels.picture_query import show_keep_as_query
from explorer.panels.scene_files import open_scene, show_opened_scene, show_scene_files, show_too_long
from explorer.panels.search import is_sought, show_search
from explorer.panels.selection import show_selection
from explorer.panels.ways_on import show_ways_on
from explorer.render.picture import Picture
from explorer.shown_graph import ShownGraph, read_shown_graph
from explorer.state.action import Action
from explorer.state.actions import (
    Add,
    ClearFilter,
    DrawUpTo,
    Expand,
    ShowAgain,
    ShowLabel,
)
from explorer.state.chosen_data_set import SET, ask_for, name_data_set, read_address
from explorer.state.claims_as_nodes import list_claimed
from explorer.state.composed_steps import Composition
from explorer.state.composition import compose, draw_composition, find_mentions, name_picture
from explorer.state.exploring import FULL, Followed, follow
from explorer.state.log import Log
from explorer.state.log_text import write_log
from explorer.state.log_words import describe_log
from explorer.state.page_url import bound_url, is_cut, read_length, write_url
from explorer.state.scene import Scene
from explorer.state.seen import Seen, find_facets, name_view, see
from explorer.state.stale_links import open_address, tell_cut

CANVAS = "network-canvas"
LOG_OF = "log-of"
"""Which data set the session's log is of."""
ASKED = "asked-beside-the-canvas"
TOLD = "told-of-the-picture"
PICTURE = "picture"
"""The part of the page that a click draws anew."""
LATEST = "latest-scene"
TABLES = "tables"
"""The part below it, which a click draws anew only where a row was selected in it."""


@dataclass
class LatestScene:
    """The scene as the picture was drawn last: for what is made without a session, such as a download."""

    scene: Scene


def show_page() -> None:
    """Draw the page from the session's log, or from the address where the session has none."""
    with open_shown_graph() as here:
        if st.session_state.get(LOG_OF) != here.data_set.name:
            _begin(here)
        _follow_reader(here)
        search, beside = st.columns([4.4, 1], gap="small")
        tools = beside.container(horizontal=True, horizontal_alignment="right", gap="small")
        with search:
            sought = show_search(here)
        if sought is not None:
            _bring_in(here, sought)
        scene = st.session_state.log.scene
        composed = compose(here, scene)
        facets, seen = find_facets(here, scene, composed), see(here, scene, composed)
        with tools:
            show_filters(composed.subgraph, scene, facets, here.model, f"filter-{here.set_hash}", _ask)
            show_asking(here, scene, _ask, _is_asked)
        with st.container():  # whatever is said in it, the canvas below stays the same one on the page
            show_notices(_notices())
            if scene.is_full:
                st.info(FULL)
            show_opened_scene(here)
            show_left_out(here, composed)
            show_asked(seen, scene, facets, _ask)
        _show_picture(here, name_view(scene))
        _show_tables_and_exports(here, scene, composed, seen)


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
    log = st.session_state.log.open(asked.log)
    had = read_length(address)
    notices = asked.notices
    if had is not None:
        log, is_whole = log.reach(had)
        notices = notices if is_whole else (*notices, tell_cut(asked.log.at, had))
    st.session_state.log, st.session_state.selected = log, asked.selected
    set_chosen(CANVAS, asked.chosen)
    st.session_state.notices = (address, notices)


def _follow_reader(here: ShownGraph) -> bool:
    """Do what the reader asked for since the last run; returns whether they went to another address or scene."""
    walked = _walk_with_browser(here)
    _follow_canvas(here)
    _follow_panel(here)
    return _follow_scene_file(here) or walked


def _walk_with_browser(here: ShownGraph) -> bool:
    """Go where the browser's Back or Forward went in this page's history, if anywhere."""
    walked = read_walk()
    if walked is None:
        return False
    if walked.address.get(SET, here.data_set.name) == here.data_set.name:
        _open(here, walked.address)
        stay_at(write_log(st.session_state.log))
    accept_walk(walked)
    return True


def _follow_canvas(here: ShownGraph) -> None:
    """Do what the reader asked for on the canvas since the last run."""
    news = read_news(CANVAS)
    if not news.is_new:
        return
    _take(follow(here, st.session_state.log, news.asked))
    st.session_state.selected = news.selected
    accept_news(CANVAS, news)
    if news.unread:
        _tell("Something that the page was sent could not be read and was left out.", ":material/warning:")


def _follow_panel(here: ShownGraph) -> None:
    """Do what the reader asked for beside the canvas: here, where an error of the graph is told."""
    asked: list[Action] = st.session_state.pop(ASKED, [])
    if asked:
        _take(follow(here, st.session_state.log, asked))


def _follow_scene_file(here: ShownGraph) -> bool:
    """Open the scene that the reader gave, if any; the browser's Back leads to the picture before it."""
    opened = open_scene(here)
    if opened and opened.asked:
        st.session_state.log, st.session_state.selected = opened.asked.log, opened.asked.selected
        lead_to(CANVAS, opened.view)
    return opened is not None


def _ask(action: Action) -> None:
    st.session_state.setdefault(ASKED, []).append(action)


def _ask_all(*actions: Action) -> None:
    for action in actions:
        _ask(action)


def _is_asked() -> bool:
    return bool(st.session_state.get(ASKED))


def _select(item: str) -> None:
    """Of a table's row: the picture is drawn anew, and the tables, in one of which another row may be selected."""
    st.session_state.selected = item
    st.rerun([PICTURE, TABLES])


def _draw_tables_too() -> None:
    """After what the reader did on the canvas, where the tables follow it."""
    if do_tables_follow():
        st.rerun([PICTURE, TABLES])


def _take(followed: Followed) -> None:
    st.session_state.log = followed.log
    for text in followed.told:
        _tell(escape(text), ":material/hub:")


def _tell(text: str, icon: str) -> None:
    """Kept until something is drawn: a run that gives way to another one takes its messages with it."""
    st.session_state.setdefault(TOLD, []).append((text, icon))


def _go_to(at: int) -> None:
    st.session_state.log = st.session_state.log.go_to(at)


def _notices() -> tuple[str, ...]:
    """What the address asks for in vain, for as long as it is the one that the reader asked with."""
    address, notices = st.session_state.notices
    return notices if address == read_address() else ()


@st.fragment(key=PICTURE)
def _show_picture(drawn_of: ShownGraph, view: str) -> None:
    """The picture and the panel beside it: what a click draws anew. Of other records, or where something else is seen,
    the page is."""
    with tell_graph_errors():
        here = replace(drawn_of, articles=drawn_of.articles.look_again())
        if _follow_reader(here) or _is_outdated(here, view):
            st.rerun()
        log: Log = st.session_state.log
        st.session_state.setdefault(LATEST, LatestScene(log.scene)).scene = log.scene
        _show_canvas_and_panel(here, log)
        for text, icon in st.session_state.pop(TOLD, ()):
            st.toast(text, icon=icon)
        selected = st.session_state.selected
        address = bound_url(log, selected, list_chosen(CANVAS, selected))
        write_address(here, address, has_problem=bool(_notices()), point=write_log(log))


def _is_outdated(here: ShownGraph, view: str) -> bool:
    """Whether what stands around the picture is of another one, or of other records, than what is to be shown."""
    return (
        name_view(st.session_state.log.scene) != view
        or is_sought()
        or read_shown_graph(here.data_set.name).data_set != here.data_set
    )


def _show_canvas_and_panel(here: ShownGraph, log: Log) -> None:
    composed, selected = compose(here, log.scene), st.session_state.selected
    drawn = draw_composition(here, log.scene, composed)
    words, ties = describe_log(here, log), find_ties(here, composed.subgraph, selected)
    seen = see(here, log.scene, composed)
    left, right = st.columns([2.6, 1], gap="medium")
    with left:
        show_canvas(
            drawn,
            log.scene,
            selected,
            describe_sheet(here.data_set.title, here.data_set),
            key=CANVAS,
            concealed=seen.away,
            offers=_make_offers(log, composed, words, make_payload(ties, selected, here.model)),
            files=keep_files(here, log.scene, composed, seen),
            keeps_view=True,
            on_news=_draw_tables_too,
        )
    with right, st.container(height=724, border=False):
        with st.container(horizontal=True, gap="small"):
            show_log_history(log, words, _go_to)
            show_drawn_limit(composed.most, _ask, has_room=log.has_room_for(DrawUpTo(composed.most)))
            show_scene_files(here, log, selected, composed)
            show_keep_as_query(here, seen.subgraph)
            if selected is not None:
                has_room = log.has_room_for(Expand(selected))
                choose = partial(show_choice, here, composed.subgraph, selected, _ask)
                show_expansions(ties, selected, here.model, _ask, has_room=has_room, choose=choose)
                show_ways_on(here, log, selected, _go_to)
            show_guide_page()
        if is_cut(bound_url(log, selected)):
            show_too_long(here, log, selected, composed)
        warn_if_cut(composed.subgraph)
        show_selection(here, composed.subgraph, selected, list_chosen(CANVAS, selected), log.scene, _ask)
        if selected is None:
            show_beginnings(here, _ask_all)


def _make_offers(log: Log, composed: Composition, words: Sequence[str], ties: Sequence[TiesPayload]) -> Offers:
    undo = words[log.at - 1] if log.next_undo else ""
    redo = words[log.at] if log.next_redo else ""
    return Offers(undo, redo, tuple(composed.expanded), ties, list_claimed(log.scene.steps))


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
    for facet in _list_in_the_way(here, log, sought):
        log = log.then(ClearFilter(facet))
    st.session_state.log, st.session_state.selected = log, sought


def _list_in_the_way(here: ShownGraph, log: Log, sought: str) -> tuple[str, ...]:
    """The facets whose filters keep a node out of sight; all of them, where it is so for being tied to nothing."""
    sifted = see(here, log.scene, compose(here, log.scene)).sifted
    if sought in sifted.loose:
        return ("",)
    return tuple(map(str, sifted.because_of(sought)))


@st.fragment(key=TABLES)
def _show_tables_and_exports(here: ShownGraph, scene: Scene, composed: Composition, seen: Seen) -> None:
    """What is seen, as tables and to take along; what is out of sight only where the reader wants it too."""
    with_all = not seen.is_all and ask_for_all(seen, "with-all")
    shown = composed.subgraph if with_all else seen.subgraph
    show_network_tables(
        shown,
        f"network-{here.set_hash}",
        here.model,
        find_mentions(here, scene, composed),
        _select,
        version=f"{name_picture(here, scene)} {'all' if with_all else name_view(scene)}",
        selected=st.session_state.selected,
    )
    # a download has no session, and what is dragged draws no tables anew: where nodes stand by then is looked up here
    latest: LatestScene = st.session_state[LATEST]

    def draw() -> Picture:
        moved = replace(scene, moved=latest.scene.moved)
        return draw_seen(here, moved, composed, Seen(composed.subgraph) if with_all else seen)

    show_page_download(here, shown, draw, "" if with_all else describe_out_of_sight(seen))


PAGE = AppPage("Network", ":material/hub:", "network", show_page, default=True)
