"""A chart on a page: in the page's colours, told in a sentence, its marks to be chosen, the table beside it."""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from explorer.markdown import escape
from explorer.render.charts.chart_style import MARK, Drawn, pick_theme
from explorer.render.theme import Theme
from explorer.shown_graph import ShownGraph
from explorer.state.chosen_data_set import name_data_set
from ledger.ids import split_ends
from ledger.nearest import shown

SEE = "see"
"""The column with a way to a row's evidence."""
ROWS_OF = "Show the rows of"
ALL = ""
"""No mark: the rows of all of them."""


def read_theme() -> Theme:
    """The colours of the reader's page."""
    return pick_theme(is_dark=st.context.theme.type == "dark")


def show_chart(drawn: Drawn, key: str) -> str | None:
    """Draw it; which of its marks the reader has chosen, by a click or in the list of all marks below the chart, which
    says the same and can be used by keyboard; None for none."""
    listed, turn = f"{key}-listed", f"{key}-turn"
    clicked = f"{key}-{st.session_state.get(turn, 0)}"

    def take_click() -> None:
        picked = st.session_state[clicked]["selection"].get(MARK) or []
        st.session_state[listed] = picked[0].get(MARK, ALL) if picked else ALL

    def forget_click() -> None:
        """Another chart in its place: none of its marks stays chosen beside the one of the list."""
        st.session_state[turn] = st.session_state.get(turn, 0) + 1

    if st.session_state.get(listed) not in drawn.marks:
        st.session_state[listed] = ALL
    st.altair_chart(drawn.chart, key=clicked, on_select=take_click, selection_mode=MARK, alt=drawn.said)
    if len(drawn.marks) < 2:
        return None
    names = {ALL: "all marks of the chart", **drawn.marks}
    chosen: str = st.selectbox(
        ROWS_OF, list(names), key=listed, format_func=lambda mark: names.get(mark, mark), on_change=forget_click
    )
    return chosen or None


def choose_word(caption: str, among: Sequence[str], asked: str | None, key: str) -> str:
    """One of some words: what the reader chose, else what the address asks for, where it is one of them, else the
    first."""
    if asked is not None and asked not in among:
        st.caption(escape(f"“{shown(asked)}” is none of {', '.join(among)}: this is by {among[0]}."))
    start = asked if asked in among else among[0]
    chosen = st.segmented_control(caption, among, default=start, key=key, required=True)
    return str(chosen or start)


def link_node(here: ShownGraph, node: str) -> str:
    """The address of a node on the page of the network, where its passages are."""
    return f"/?{urlencode(name_data_set(here, {'node': node}))}"


def link_item(here: ShownGraph, item: str) -> str:
    """The same of a node or a relationship, which is found at its beginning."""
    ends = split_ends(item)
    return link_node(here, ends[0] if ends else item)


def show_rows_with_evidence(rows: list[dict[str, object]]) -> None:
    """Rows with a way to the evidence of each in `see`; columns in which none of them has anything are left out."""
    told = [name for name in (rows[0] if rows else ()) if any(row.get(name) is not None for row in rows)]
    st.dataframe(
        [{name: row.get(name) for name in told} for row in rows],
        hide_index=True,
        height="auto",
        placeholder="",
        column_config={
            SEE: st.column_config.LinkColumn("evidence", display_text="passages", help="Its passages, in the network"),
        },
    )
