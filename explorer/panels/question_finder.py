"""Finding a saved query: by words, by category, by the kind of thing it takes, or by a node that it is to be about."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from cypher.errors import BadParameter, GraphError
from cypher.saved import AboutNode, SavedQuery, find_about_node
from cypher.saved.find_queries import find_queries
from explorer.markdown import escape
from explorer.panels.kept_questions import is_opened, open_question
from explorer.panels.open_graph import tell_graph_errors
from explorer.panels.search import LONGEST, find_nodes
from explorer.shown_graph import ShownGraph
from explorer.state.asked_steps import name_nodes
from explorer.state.questions import Question
from ledger.text import count_things

FIND, ABOUT = "find", "about"
"""What the address has of it: the words, and the id of the node."""
MOST_FOUND = 6
"""Nodes that are offered for what is typed."""
HEIGHT = 420
"""Pixels of the list; the rest is scrolled to."""


@dataclass(frozen=True)
class _Line:
    """A query that fits, the question that it opens as, and what is said of it besides."""

    query: SavedQuery
    question: Question
    said: str = ""


def asks_to_find(address: Mapping[str, str]) -> bool:
    """Whether an address names no query, and what to find one by."""
    return "query" not in address and bool(address.get(FIND) or address.get(ABOUT))


def take_up_search(here: ShownGraph, address: Mapping[str, str]) -> None:
    """Begin with what an address says."""
    st.session_state[_key(here, "words")] = address.get(FIND, "")
    _choose(here, address.get(ABOUT, ""))


@st.fragment
def show_finder(here: ShownGraph, follow: Callable[[dict[str, str]], None] | None = None) -> None:
    """The fields and what fits; `follow` is called with what an address would say of them. A fragment: typing asks no
    query anew."""
    if is_opened():
        st.rerun()
    words = st.text_input(
        "Words", key=_key(here, "words"), max_chars=LONGEST, live=True, icon=":material/search:",
        placeholder="words of a title, a question or the Cypher",
    )  # fmt: skip
    left, right = st.columns(2)
    queries = here.catalog.queries
    category = left.selectbox(
        "Category", here.catalog.categories, index=None, key=_key(here, "category"), placeholder="any",
        format_func=str.capitalize,
    )  # fmt: skip
    labels = sorted({label for q in queries for p in q.parameters for label in p.labels})
    label = right.selectbox("That takes a", labels, index=None, key=_key(here, "label"), placeholder="any")
    node = _show_node(here)
    fitting = [q for q in queries if _fits(q, category, label)]
    wanted = (words or "").strip()
    if wanted:
        fitting = [found.query for found in find_queries(fitting, wanted)]
    with tell_graph_errors():
        _show_lines(here, fitting, node)
    if follow is not None:
        follow(({FIND: wanted} if wanted else {}) | ({ABOUT: node} if node else {}))


def _fits(query: SavedQuery, category: str | None, label: str | None) -> bool:
    takes = {one for p in query.parameters for one in p.labels}
    return category in (None, query.category) and (label is None or label in takes)


def _show_node(here: ShownGraph) -> str:
    """The node that questions are to be about; empty where none is chosen."""
    node: str = st.session_state.get(_key(here, "about"), "")
    if node:
        name = name_nodes(here, [node])[node]
        st.button(
            f"About {escape(name)}", key=_key(here, "drop"), icon=":material/close:", on_click=_choose,
            args=(here, ""), help="Ask about no node in particular",
        )  # fmt: skip
        return node
    typed = st.text_input(
        "About", key=_key(here, "typed"), max_chars=LONGEST, live=True, icon=":material/hub:",
        placeholder="a country, agency, company, deal, mineral …: what can I ask about it?",
    )  # fmt: skip
    if typed and typed.strip():
        _offer_nodes(here, typed)
    return ""


def _offer_nodes(here: ShownGraph, typed: str) -> None:
    try:
        found = find_nodes(here, typed)
    except GraphError as error:
        st.warning(f"The search got no answer: {escape(error)}", icon=":material/cloud_off:")
        return
    with st.container(horizontal=True, gap="small"):
        for at, one in enumerate(tuple(found)[:MOST_FOUND]):
            st.button(escape(one.caption), key=_key(here, f"node-{at}"), on_click=_choose, args=(here, one.id))
    if not found:
        st.caption(f"Nothing in these records is called “{escape(typed)}”, nor nearly so.")


def _show_lines(here: ShownGraph, queries: Sequence[SavedQuery], node: str) -> None:
    lines = [_Line(q, Question(q.id)) for q in queries]
    silent: tuple[SavedQuery, ...] = ()
    if node:
        try:
            about = _read_about(here.graph.server.uri, here.data_set.key, node, here)
        except BadParameter as error:
            st.warning(escape(error), icon=":material/link_off:")
            return
        lines = _put_node(about, queries, node)
        silent = tuple(q for q in about.silent if q in queries)
    if not lines:
        st.caption("No saved query fits: try fewer words, or another category.")
    with st.container(height=HEIGHT if len(lines) > 5 else "content", border=False, key=_key(here, "found")):
        for line in lines:
            with st.container(gap=None):
                st.button(
                    escape(line.query.title), key=_key(here, f"open-{line.query.id}"), type="tertiary",
                    icon=":material/arrow_forward:", on_click=open_question, args=(here, line.question),
                )  # fmt: skip
                st.caption(escape(f"{line.query.question}{line.said}"))
    if silent:
        titles = "; ".join(q.title for q in silent)
        st.caption(f"Of this one the records say nothing to: {escape(titles)}.")


def _put_node(about: AboutNode, queries: Sequence[SavedQuery], node: str) -> list[_Line]:
    """The queries among those that take the node, in their order, each with the node put in."""
    asked = {one.query.id: one for one in about.asked}
    return [
        _Line(q, Question(q.id, ((asked[q.id].parameter, node),)), _say_rows(asked[q.id].rows))
        for q in queries
        if q.id in asked
    ]


def _say_rows(rows: int | None) -> str:
    return "" if rows is None else f" ({count_things(rows, 'row')})"


@st.cache_resource(show_spinner="Looking what can be asked", max_entries=128)
def _read_about(uri: str, version: str, node: str, _here: ShownGraph) -> AboutNode:
    return find_about_node(_here.graph, _here.catalog.queries, node, _here.data_set.name, _here.model)


def _choose(here: ShownGraph, node: str) -> None:
    st.session_state[_key(here, "about")] = node
    st.session_state[_key(here, "typed")] = ""


def _key(here: ShownGraph, name: str) -> str:
    return f"find-{name}-{here.set_hash}"
