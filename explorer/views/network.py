"""A network on a page: its picture, what is selected in it, and the same as tables."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import streamlit as st

from cypher.saved import QueryAnswer
from cypher.views import NETWORK
from explorer.canvas import Offers, accept_news, describe_sheet, list_chosen, read_news, show_canvas
from explorer.panels.network_files import write_network_page
from explorer.panels.network_tables import ask_for_all, describe_out_of_sight, show_network_tables
from explorer.panels.open_graph import tell_graph_errors
from explorer.panels.selection import show_selection
from explorer.render.layout import Positions, lay_out
from explorer.render.picture import Picture, draw_picture
from explorer.render.picture_style import Style
from explorer.render.without_claims import drop_claims
from explorer.shown_graph import ShownGraph
from explorer.state.action import Walk
from explorer.state.actions import (
    CloseBundle,
    CloseLines,
    Hide,
    HideClaims,
    HideLabel,
    HideType,
    MarkDisputes,
    Move,
    OpenBundle,
    OpenLines,
    Pin,
    Restyle,
    ShowAgain,
    ShowClaims,
    ShowLabel,
    ShowType,
    Unpin,
)
from explorer.state.claims_as_nodes import list_claimed
from explorer.state.log import Log
from explorer.state.looked_up import read_picture_facts
from explorer.state.page_url import read_log_of, read_selected
from explorer.state.scene import Scene
from explorer.state.seen import name_view, see_without
from explorer.views.page_view import PageView, Write, show_answer_rows
from ledger.text import count_things

MOST_DRAWN = 1_000
HEIGHT = 600
PICTURE = "picture-of-answer"
"""The part of the page that a click draws anew."""
FOLLOWED = (
    Hide, ShowAgain, HideLabel, ShowLabel, HideType, ShowType, Pin, Unpin, Move,
    OpenLines, CloseLines, OpenBundle, CloseBundle,
    Restyle, MarkDisputes, ShowClaims, HideClaims,
)  # fmt: skip
"""What can be done to the picture of an answer: what it is made of stays."""
BACK, AGAIN = "the last change to this picture", "the change that was taken back"


def _show(here: ShownGraph, answer: QueryAnswer, address: Mapping[str, str], write: Write) -> None:
    found = len(answer.subgraph.nodes)
    if not found or found > MOST_DRAWN:
        if found:
            st.warning(f"{found:,} nodes are too many to read as a picture: see the rows.")
        else:
            show_answer_rows(answer)
        write(None)
        return
    key, version = _make_key(answer), _hash_answer(here, answer)
    log, _ = _follow_canvas(key, address)
    _show_picture(here, answer, address, key, version, name_view(log.scene), write)
    _show_tables(here, answer, address, key, version)


@st.fragment(key=PICTURE)
def _show_picture(
    drawn_of: ShownGraph,
    answer: QueryAnswer,
    address: Mapping[str, str],
    key: str,
    version: str,
    view: str,
    write: Write,
) -> None:
    """The picture and the panel beside it: what a click draws anew, without asking the query again. `view`: what is
    seen in the tables below; where the picture shows something else by now, all is drawn anew."""
    with tell_graph_errors():
        here = replace(drawn_of, articles=drawn_of.articles.look_again())
        log, selected = _follow_canvas(key, address)
        if name_view(log.scene) != view:
            st.rerun()
        claimed = list_claimed(log.scene.steps)
        picture = _draw(version, claimed, log.scene.style, answer, here)
        left, right = st.columns([2.6, 1], gap="medium")
        with left:
            undo, redo = (BACK if log.next_undo else "", AGAIN if log.next_redo else "")
            offers = Offers(undo, redo, claimed=claimed, actions=[a.name for a in FOLLOWED])
            sheet = describe_sheet(answer.query.title, here.data_set)
            show_canvas(picture, log.scene, selected, sheet, key=key, height=HEIGHT, offers=offers)
            st.caption(_describe_undrawn(answer, picture) + "Neighbours are brought in on the Network page.")
        with right, st.container(height=HEIGHT + 4, border=False):
            show_selection(here, answer.subgraph, selected, list_chosen(key, selected), log.scene)
        write(selected)


@st.fragment
def _show_tables(here: ShownGraph, answer: QueryAnswer, address: Mapping[str, str], key: str, version: str) -> None:
    """What is seen of the answer, as tables; what is hidden only where the reader wants it too."""
    log, _ = _read_kept(key, address)
    seen = see_without(answer.subgraph, log.scene)
    with_all = not seen.is_all and ask_for_all(seen, f"{key}-all")
    show_network_tables(
        answer.subgraph if with_all else seen.subgraph,
        key,
        here.model,
        answer.mentions,
        partial(_select, key, address),
        version=f"{version} {'all' if with_all else name_view(log.scene)}",
    )


def read_scene(answer: QueryAnswer, address: Mapping[str, str]) -> Scene:
    """How the reader has the answer's picture now. Call it in a run of the page: a download has no session."""
    log, _ = _read_kept(_make_key(answer), address)
    return log.scene


def read_selected_of(answer: QueryAnswer, address: Mapping[str, str]) -> str | None:
    """What is selected in the answer's picture now."""
    _, selected = _read_kept(_make_key(answer), address)
    return selected


def select_in_picture(answer: QueryAnswer, address: Mapping[str, str], item: str) -> None:
    """Select something in the answer's picture; who calls it draws that anew, by `PICTURE`."""
    key = _make_key(answer)
    log, _ = _read_kept(key, address)
    st.session_state[_name_kept(key)] = (log, item)


def write_answer_page(here: ShownGraph, answer: QueryAnswer, scene: Scene) -> str:
    """The answer's picture as it is seen and drawn, with the evidence of all that is in it, as one page."""
    claimed = list_claimed(scene.steps)
    seen = see_without(drop_claims(answer.subgraph, claimed), scene)
    positions = _place(_hash_answer(here, answer), claimed, answer)

    def draw() -> Picture:
        facts = read_picture_facts(here, seen.subgraph)
        return draw_picture(seen.subgraph, positions, here.model, style=scene.style, facts=facts)

    said = " ".join((answer.query.question, *answer.notes))
    lacks = describe_out_of_sight(seen)
    return write_network_page(here, seen.subgraph, draw, lacks, title=answer.query.title, said=said)


def _describe_undrawn(answer: QueryAnswer, picture: Picture) -> str:
    """That claims and readings are in the answer and not in the picture, and how they come in."""
    undrawn = len(answer.subgraph.nodes) - len(picture.node_ids)
    if not undrawn:
        return ""
    return (
        f"{count_things(undrawn, 'node')} of the answer, claims and disputes, not drawn: select what they are about "
        "and press v, or see the rows. "
    )


@st.cache_resource(show_spinner=False, max_entries=32)
def _draw(version: str, claimed: tuple[str, ...], style: Style, _answer: QueryAnswer, _here: ShownGraph) -> Picture:
    shown = drop_claims(_answer.subgraph, claimed)
    positions = _place(version, claimed, _answer)
    facts = read_picture_facts(_here, shown)
    return draw_picture(shown, positions, _here.model, style=style, facts=facts)


def _place(version: str, claimed: tuple[str, ...], answer: QueryAnswer) -> Positions:
    """Whoever stood there before claims came in stays."""
    before = _lay_out_answer(version, answer)
    return lay_out(drop_claims(answer.subgraph, claimed), before) if claimed else before


@st.cache_resource(show_spinner=False, max_entries=32)
def _lay_out_answer(version: str, _answer: QueryAnswer) -> Positions:
    return lay_out(drop_claims(_answer.subgraph))


def _select(key: str, address: Mapping[str, str], item: str) -> None:
    """Of a table's row: the picture alone is drawn anew."""
    log, _ = _read_kept(key, address)
    st.session_state[_name_kept(key)] = (log, item)
    st.rerun(PICTURE)


def _follow_canvas(key: str, address: Mapping[str, str]) -> tuple[Log, str | None]:
    """What the reader has done to this answer's picture, and what is selected in it."""
    log, selected = _read_kept(key, address)
    news = read_news(key)
    if news.is_new:
        selected = news.selected
        for one in news.asked:
            if isinstance(one, Walk):
                log = log.walk(one)
            elif isinstance(one, FOLLOWED):
                log = log.then(one)
    st.session_state[_name_kept(key)] = (log, selected)
    accept_news(key, news)
    return log, selected


def _read_kept(key: str, address: Mapping[str, str]) -> tuple[Log, str | None]:
    """As the session has it, else as the address says."""
    kept: tuple[Log, str | None] | None = st.session_state.get(_name_kept(key))
    return kept or (read_log_of(address), read_selected(address))


def _name_kept(key: str) -> str:
    return f"{key}-log"


def _make_key(answer: QueryAnswer) -> str:
    """One a question to a data set: values are hashed, since Streamlit takes some of their characters for its own."""
    values = hashlib.sha256(json.dumps([answer.data_set, answer.parameters], sort_keys=True).encode()).hexdigest()[:16]
    return f"answer-{answer.query.id}-{values}"


def _hash_answer(here: ShownGraph, answer: QueryAnswer) -> str:
    """For caches: one for each answer, whatever else of the records has changed."""
    found = [sorted(map(repr, answer.subgraph.nodes)), sorted(map(repr, answer.subgraph.edges)), here.data_set.key]
    return hashlib.sha256(repr(found).encode()).hexdigest()


PAGE_VIEW = PageView(NETWORK.name, _show)
