"""The field that finds nodes, and what it found: one press brings a node into the picture."""

from contextlib import suppress
from functools import partial

import streamlit as st

from cypher.errors import GraphError
from cypher.search import Findings, Found, How, find
from explorer.canvas.search_keys import listen_for_keys
from explorer.markdown import escape
from explorer.shown_graph import ShownGraph

FIELD = "search"
SOUGHT = "sought"
MOST_SHOWN = 10
LONGEST = 200
"""Characters that may be typed."""
PLACEHOLDER = "Search: a country, agency, company, deal, mineral … by name, other name, initials or id"


def show_search(here: ShownGraph) -> str | None:
    """The field with what it found; returns the id that the reader chose just now."""
    sought: str | None = st.session_state.pop(SOUGHT, None)
    _field(here)
    return sought


def seek(node: str) -> None:
    """Choose a node, as a press on what was found does; the field is empty then."""
    st.session_state[SOUGHT] = node
    st.session_state[FIELD] = ""


def is_sought() -> bool:
    """Whether a node was chosen that no run of the page has taken up yet."""
    return SOUGHT in st.session_state


@st.fragment
def _field(here: ShownGraph) -> None:
    """A fragment, so that typing draws nothing else anew."""
    typed = st.text_input(
        "Search",
        key=FIELD,
        type="search",
        max_chars=LONGEST,
        placeholder=PLACEHOLDER,
        label_visibility="collapsed",
        icon=":material/search:",
        live=True,
    )
    if is_sought():
        st.rerun()  # only the field was drawn anew: the page has to know
    found = _show_found(here, typed) if typed and typed.strip() else None
    listen_for_keys(typed or "", found=bool(found), take=partial(_take_first, here))


def find_nodes(here: ShownGraph, typed: str) -> Findings:
    """What fits what is typed, the best first. Raises what the graph raises."""
    return _find(here.graph.server.uri, here.data_set.key, typed, here)


def _take_first(here: ShownGraph, typed: str) -> None:
    """Choose what fits best, as Enter does: of what the graph finds, whatever the browser says."""
    with suppress(GraphError):  # the field tells it
        if found := find_nodes(here, typed):
            seek(found[0].id)


def _show_found(here: ShownGraph, typed: str) -> Findings | None:
    try:
        found = find_nodes(here, typed)
    except GraphError as error:
        st.warning(f"The search got no answer: {escape(error)}", icon=":material/cloud_off:")
        return None
    if not found:
        st.caption(f"Nothing in these records is called “{escape(typed)}”, nor nearly so.")
        return found
    with st.container(horizontal=True, gap="small"):
        for at, node in enumerate(found):
            st.button(_caption(node), key=f"found-{at}", on_click=seek, args=(node.id,), type="secondary")
        st.caption("Enter takes the first.")
    if found.truncated:
        st.caption(f"These are the {MOST_SHOWN} that fit best; there are more: go on typing.")
    return found


def _caption(found: Found) -> str:
    """The caption, and the name that fits where it is another than the one shown."""
    by = f" ({escape(found.matched)})" if found.how in (How.OTHER_NAME, How.FORMER_NAME) else ""
    return f"{escape(found.caption)}{by}"


@st.cache_resource(show_spinner=False, max_entries=512)
def _find(uri: str, version: str, typed: str, _here: ShownGraph) -> Findings:
    return find(_here.graph, typed, _here.data_set.name, _here.model, MOST_SHOWN)
