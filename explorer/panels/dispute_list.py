"""The list of disputes, the weightiest first: one press opens one."""

from collections.abc import Callable, Sequence

import streamlit as st

from cypher.disagreements import ListedDispute
from cypher.disagreements.words import describe_sort, describe_support
from explorer.markdown import escape
from explorer.panels.dispute_badges import format_weight

AT_ONCE = 200
"""Disputes that are drawn at once."""
KEY = "dispute-list"


def show_list(disputes: Sequence[ListedDispute], opened: str, choose: Callable[[str], None]) -> None:
    """Draw the list, or the part of it that the reader turned to; `choose` is called with the id that was pressed."""
    pages = -(-len(disputes) // AT_ONCE)
    page = _turn_pages(pages) if pages > 1 else 1
    first = (page - 1) * AT_ONCE
    with st.container(key=KEY, gap=None):
        for at, dispute in enumerate(disputes[first : first + AT_ONCE]):
            is_opened = dispute.id == opened
            st.button(
                format_entry(dispute, is_opened=is_opened), key=f"open-{at}", on_click=choose,
                args=(dispute.id,), type="secondary" if is_opened else "tertiary", width="stretch",
            )  # fmt: skip


def _turn_pages(pages: int) -> int:
    """Which part of a long list is shown; said in numbers, so that nothing is left out without a word."""
    page = st.session_state.get("dispute-page", 1)
    if page > pages:
        st.session_state["dispute-page"] = 1
    return int(st.pagination(pages, key="dispute-page"))


def format_entry(dispute: ListedDispute, *, is_opened: bool = False) -> str:
    """A dispute in the list: its weight, its question, and what it rests on."""
    told = " · ".join((*describe_sort(dispute), describe_support(dispute)))
    question = f"**{escape(dispute.question)}**" if is_opened else escape(dispute.question)
    return f"{format_weight(dispute.weight)} {question} :small[:gray[{escape(told)}]]"
