"""Questions to come back to: those asked in this visit, and pinned ones, which stand in the page's address."""

from collections.abc import Mapping

import streamlit as st

from explorer.markdown import escape
from explorer.shown_graph import ShownGraph
from explorer.state.chosen_data_set import ask_for, name_data_set
from explorer.state.questions import (
    LONGEST,
    MOST_PINNED,
    MOST_RECENT,
    Question,
    describe_question,
    put_first,
    read_questions,
    toggle,
    write_questions,
)

PINNED = "pinned"
"""The part of the address that holds pinned questions."""
TURN = "question-turn"
OPENED = "question-opened"
KEPT_WHERE = (
    "Pinned questions stand in this page's address: a bookmark keeps them, and whoever gets the address sees them. "
    "Recent ones are kept for this visit alone: a reload forgets them."
)


def form_turn() -> int:
    """How often a question was opened here: what is filled in belongs to one turn, so that the next begins afresh."""
    turn: int = st.session_state.get(TURN, 0)
    return turn


def open_question(here: ShownGraph, question: Question) -> None:
    """Have the page show a question, as a link to it would; for a button's `on_click`."""
    st.session_state[TURN] = form_turn() + 1
    st.session_state[OPENED] = True
    ask_for(name_data_set(here, question.make_address()) | name_pins(here))


def is_opened() -> bool:
    """Whether a question was opened that the page as a whole has not taken up yet."""
    return OPENED in st.session_state


def take_up_opened() -> None:
    """Say that the page as a whole is drawn now."""
    st.session_state.pop(OPENED, None)


def take_up_pins(here: ShownGraph, address: Mapping[str, str]) -> None:
    """Pin what an address brings that the page did not write itself."""
    brought = address.get(PINNED)
    if brought and brought != st.session_state.get(_key(here, "taken")):
        st.session_state[_key(here, "taken")] = brought
        both = (*_pinned(here), *read_questions(brought, here.catalog.queries))
        st.session_state[_key(here, "pinned")] = tuple(dict.fromkeys(both))[:MOST_PINNED]


def name_pins(here: ShownGraph) -> dict[str, str]:
    """The part of an address that holds what is pinned; nothing where nothing is."""
    pinned = _pinned(here)
    return {PINNED: write_questions(pinned)} if pinned else {}


def note_recent(here: ShownGraph, question: Question) -> None:
    """Remember that it was asked."""
    st.session_state[_key(here, "recent")] = put_first(_recent(here), question, MOST_RECENT)


def show_kept(here: ShownGraph, now: Question | None) -> None:
    """A button that opens both lists, and pins or unpins the question that is shown `now`."""
    with st.popover("Recent and pinned", icon=":material/history:", key=f"kept-questions-{form_turn()}"):
        if now is not None:
            _show_pin(here, now)
        pinned, recent = _pinned(here), [q for q in _recent(here) if q != now]
        for head, questions, icon in (("Pinned", pinned, "keep"), ("Asked in this visit", recent, "history")):
            if questions:
                st.markdown(f"**{escape(head)}**")
            for at, question in enumerate(questions):
                _show_link(here, question, f"{icon}-{at}", f":material/{icon}:")
        st.caption(KEPT_WHERE)


def _show_pin(here: ShownGraph, now: Question) -> None:
    is_pinned = now in _pinned(here)
    is_too_long = len(now.write()) > LONGEST
    is_full = len(_pinned(here)) >= MOST_PINNED
    st.button(
        "Unpin this question" if is_pinned else "Pin this question",
        key="pin-question",
        icon=":material/keep_off:" if is_pinned else ":material/keep:",
        on_click=_toggle,
        args=(here, now),
        disabled=not is_pinned and (is_full or is_too_long),
    )
    if not is_pinned and is_full:
        st.caption(f"There is room for {MOST_PINNED}: unpin one first.")
    elif not is_pinned and is_too_long:
        st.caption("Its values are too long for an address: it cannot be pinned.")


def _show_link(here: ShownGraph, question: Question, key: str, icon: str) -> None:
    title = next((q.title for q in here.catalog.queries if q.id == question.query), question.query)
    st.button(
        escape(describe_question(question, title)),
        key=f"kept-{key}", type="tertiary", icon=icon, on_click=open_question, args=(here, question),
    )  # fmt: skip


def _toggle(here: ShownGraph, question: Question) -> None:
    st.session_state[_key(here, "pinned")] = toggle(_pinned(here), question)


def _pinned(here: ShownGraph) -> tuple[Question, ...]:
    found: tuple[Question, ...] = st.session_state.get(_key(here, "pinned"), ())
    return found


def _recent(here: ShownGraph) -> tuple[Question, ...]:
    found: tuple[Question, ...] = st.session_state.get(_key(here, "recent"), ())
    return found


def _key(here: ShownGraph, name: str) -> str:
    return f"questions-{name}-{here.set_hash}"
