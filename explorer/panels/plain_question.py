"""The field for a question in plain words: what it was read as is said back, and asked only on a press."""

from collections.abc import Iterable

import streamlit as st

from cypher.asking import LONGEST, Asking, Reading, Readings, ask, open_asking
from cypher.errors import GraphError
from explorer.markdown import escape
from explorer.panels.kept_questions import open_question
from explorer.shown_graph import ShownGraph
from explorer.state.questions import make_question

FIELD = "plain-question"
PLACEHOLDER = "Ask in plain words: who, what, where, from which day to which …"
HELP = (
    "Names, other names, countries, minerals and days are recognised, and a saved query is found for them, without a "
    "model and without a network. Nothing is run before you press what it was read as."
)


def show_plain_question(here: ShownGraph) -> None:
    """The field with what the question in it was read as; a press opens that query with its values."""
    typed = st.text_input(
        "Ask in plain words", key=FIELD, max_chars=LONGEST, placeholder=PLACEHOLDER, icon=":material/chat:", help=HELP
    )
    if not typed or not typed.strip():
        return
    try:
        asking = _open_asking(here.graph.server.uri, here.data_set.key, here)
    except GraphError as error:
        st.warning(f"The question could not be read: {escape(error)}", icon=":material/cloud_off:")
        return
    _show_readings(here, ask(asking, typed))


@st.cache_resource(show_spinner=False, max_entries=4)
def _open_asking(uri: str, version: str, _here: ShownGraph) -> Asking:
    return open_asking(_here.graph, _here.catalog, _here.data_set.name)


def _show_readings(here: ShownGraph, readings: Readings) -> None:
    with st.container(border=True, key="readings"):
        if readings.best is None:
            st.markdown(_say_none(readings))
        else:
            st.markdown("I cannot tell which of these you mean:" if readings.is_close else "I read this as:")
        for at, reading in enumerate(readings.all):
            if at == 1 and readings.best is not None and not readings.is_close:
                st.caption("Or else:")
            _show_reading(here, reading, at, is_best=at == 0 and readings.best is not None)
        if notes := list(_list_notes(readings)):
            st.caption(" ".join(notes))


def _show_reading(here: ShownGraph, reading: Reading, at: int, *, is_best: bool) -> None:
    st.button(
        escape(reading.said),
        key=f"reading-{at}",
        type="secondary" if is_best else "tertiary",
        icon=":material/arrow_forward:",
        on_click=_open,
        args=(here, reading),
    )
    if reading.ignored:
        st.caption(f"Not taken into account: {escape(', '.join(reading.ignored))}.")


def _say_none(readings: Readings) -> str:
    about = ", ".join(escape(category) for category in readings.categories)
    near = " The nearest are below; none of them is what you asked." if readings.others else ""
    return f"**I have no question like that.** There are questions in these categories: {about}.{near}"


def _list_notes(readings: Readings) -> Iterable[str]:
    for wrote, read in readings.corrected:
        yield f"“{escape(wrote)}” was read as “{escape(read)}”."
    if readings.best is None and readings.recognised:
        told = (f"{one.words} ({'; '.join(f'{n}, {kind}' for n, kind, _ in one.meant)})" for one in readings.recognised)
        yield f"Recognised: {escape(', '.join(told))}."


def _open(here: ShownGraph, reading: Reading) -> None:
    """Have the page show the query with its values."""
    st.session_state[FIELD] = ""
    open_question(here, make_question(reading.query, reading.values))
