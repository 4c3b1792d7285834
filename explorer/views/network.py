"""A network on a page: its picture, what is selected in it, and the same as tables."""

import hashlib
import json
from collections.abc import Mapping

import streamlit as st

from cypher.saved import QueryAnswer
from cypher.views import NETWORK
from explorer.canvas import show_canvas
from explorer.panels.details import show_details
from explorer.panels.network_tables import show_network_tables
from explorer.render.layout import lay_out
from explorer.render.picture import draw_picture
from explorer.shown_graph import ShownGraph
from explorer.state.canvas_view import CanvasView
from explorer.state.page_url import read_view
from explorer.views.page_view import PageView, show_answer_rows

MOST_DRAWN = 400
HEIGHT = 600


def _show(here: ShownGraph, answer: QueryAnswer, address: Mapping[str, str]) -> str | None:
    found = len(answer.subgraph.nodes)
    if not found:
        show_answer_rows(answer)
        return None
    if found > MOST_DRAWN:
        st.warning(f"{found:,} nodes are too many to read as a picture: see the rows.")
        return None
    key = _make_key(answer)
    remembered: CanvasView = st.session_state.get(f"{key}-view") or read_view(address)
    picture = draw_picture(answer.subgraph, lay_out(answer.subgraph), here.model)
    left, right = st.columns([2.6, 1], gap="medium")
    with left:
        events = show_canvas(picture, remembered, key=key, height=HEIGHT)
    st.session_state[f"{key}-view"] = events.view
    if events.expand is not None:
        st.caption("Neighbours are brought in on the Network page.")
    with right, st.container(height=HEIGHT + 4, border=False):
        show_details(here, answer.subgraph, events.view.selected)
    show_network_tables(answer.subgraph, key, here.model, answer.mentions)
    return events.view.selected


def _make_key(answer: QueryAnswer) -> str:
    """One a question to a data set: values are hashed, since Streamlit takes some of their characters for its own."""
    values = hashlib.sha256(json.dumps([answer.data_set, answer.parameters], sort_keys=True).encode()).hexdigest()[:16]
    return f"answer-{answer.query.id}-{values}"


PAGE_VIEW = PageView(NETWORK.name, _show)
