"""A network on a page: its picture, what is selected in it, and the same as tables."""

import hashlib
import json
from collections.abc import Mapping

import streamlit as st

from cypher.saved import QueryAnswer
from cypher.views import NETWORK
from explorer.canvas import Offers, accept_news, describe_sheet, read_news, show_canvas
from explorer.panels.details import show_details
from explorer.panels.network_tables import show_network_tables
from explorer.render.layout import lay_out
from explorer.render.picture import draw_picture
from explorer.shown_graph import ShownGraph
from explorer.state.actions import (
    Hide,
    HideLabel,
    HideType,
    Move,
    Pin,
    ShowAgain,
    ShowLabel,
    ShowType,
    Unpin,
    Walk,
)
from explorer.state.log import Log
from explorer.state.page_url import read_log_of, read_selected
from explorer.views.page_view import PageView, show_answer_rows

MOST_DRAWN = 400
HEIGHT = 600
FOLLOWED = (Hide, ShowAgain, HideLabel, ShowLabel, HideType, ShowType, Pin, Unpin, Move)
"""What can be done to the picture of an answer: what it is made of stays."""
BACK, AGAIN = "the last change to this picture", "the change that was taken back"


def _show(here: ShownGraph, answer: QueryAnswer, address: Mapping[str, str]) -> str | None:
    found = len(answer.subgraph.nodes)
    if not found:
        show_answer_rows(answer)
        return None
    if found > MOST_DRAWN:
        st.warning(f"{found:,} nodes are too many to read as a picture: see the rows.")
        return None
    key = _make_key(answer)
    log, selected = _follow_canvas(key, address)
    picture = draw_picture(answer.subgraph, lay_out(answer.subgraph), here.model)
    left, right = st.columns([2.6, 1], gap="medium")
    with left:
        undo, redo = (BACK if log.next_undo else "", AGAIN if log.next_redo else "")
        offers = Offers(undo, redo, actions=[a.name for a in FOLLOWED])
        sheet = describe_sheet(answer.query.title, here.data_set)
        show_canvas(picture, log.scene, selected, sheet, key=key, height=HEIGHT, offers=offers)
        st.caption("Neighbours are brought in on the Network page.")
    with right, st.container(height=HEIGHT + 4, border=False):
        show_details(here, answer.subgraph, selected)
    show_network_tables(answer.subgraph, key, here.model, answer.mentions)
    return selected


def _follow_canvas(key: str, address: Mapping[str, str]) -> tuple[Log, str | None]:
    """What the reader has done to this answer's picture, and what is selected in it."""
    kept = f"{key}-log"
    log, selected = st.session_state.get(kept) or (read_log_of(address), read_selected(address))
    news = read_news(key)
    if news.is_new:
        selected = news.selected
        for one in news.asked:
            if isinstance(one, Walk):
                log = log.walk(one)
            elif isinstance(one, FOLLOWED):
                log = log.then(one)
    st.session_state[kept] = (log, selected)
    accept_news(key, news)
    return log, selected


def _make_key(answer: QueryAnswer) -> str:
    """One a question to a data set: values are hashed, since Streamlit takes some of their characters for its own."""
    values = hashlib.sha256(json.dumps([answer.data_set, answer.parameters], sort_keys=True).encode()).hexdigest()[:16]
    return f"answer-{answer.query.id}-{values}"


PAGE_VIEW = PageView(NETWORK.name, _show)
