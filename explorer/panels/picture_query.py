"""What is seen of a picture, kept as an own query that the reader names: in their folder, else as a file."""

import streamlit as st

from cypher.errors import GraphError
from cypher.own import Draft, check_draft, draft_picture, make_id, rules_of, write_draft
from cypher.own.folder import ENDING
from cypher.results import Subgraph
from explorer.markdown import escape, link_to_page
from explorer.panels.own_folder import are_offered, get_folder, may_be_kept
from explorer.shown_graph import ShownGraph
from explorer.state.chosen_data_set import name_data_set
from explorer.state.scene import GATHERED

LONGEST = 120
TITLE = "picture-query-title"
TOLD = "picture-query-told"
"""What became of the last one: whether it is kept, and its id or what is wrong."""


def show_keep_as_query(here: ShownGraph, seen: Subgraph) -> None:
    """A button that opens the form; nothing where own queries are not offered."""
    if not are_offered() or not seen.nodes:
        return
    with st.popover("Keep as a query", icon=":material/bookmark_add:", key="picture-query"):
        st.caption(
            "A query that finds what is seen here by its ids, in the records as they are then. It stands among the "
            "saved queries, where it can be run, shared and taken along. A group that stands for several is not in it."
        )
        title = st.text_input("Title of the query", key=TITLE, max_chars=LONGEST, placeholder="What does it show?")
        draft, problem = _try_draft(here, " ".join(title.split()), seen)
        if problem:
            st.warning(escape(problem), icon=":material/edit_note:")
        if draft is not None:
            _offer(here, draft, is_whole=not problem)
        _tell(here)


def _try_draft(here: ShownGraph, title: str, seen: Subgraph) -> tuple[Draft | None, str]:
    """The query, and why it cannot be kept; neither before it has a title."""
    if not title:
        return None, ""
    nodes = [n.id for n in seen.nodes if not n.id.startswith(GATHERED)]
    there = set(nodes)
    ties = [e.id for e in seen.edges if {e.start, e.end} <= there]
    try:
        draft = draft_picture(title, nodes, ties)
        check_draft(draft, rules_of(here.model))
    except GraphError as error:
        return None, str(error)
    return draft, ""


def _offer(here: ShownGraph, draft: Draft, *, is_whole: bool) -> None:
    if may_be_kept():
        st.button("Keep it", key="keep-picture-query", disabled=not is_whole, on_click=_keep, args=(here, draft))
    st.download_button(
        "Take the file along", data=write_draft(draft), file_name=f"{draft.id}{ENDING}", mime="text/plain",
        key="take-picture-query", icon=":material/download:", on_click="ignore",
    )  # fmt: skip


def _keep(here: ShownGraph, draft: Draft) -> None:
    try:
        kept = get_folder().save(draft, rules_of(here.model), None)
    except GraphError as error:
        st.session_state[TOLD] = (make_id(str(draft.fields["title"])), str(error))
        return
    st.session_state[TOLD] = (kept.id, "")


def _tell(here: ShownGraph) -> None:
    """What became of it, as long as its title stands in the field."""
    query_id, problem = st.session_state.get(TOLD, ("", ""))
    if query_id != make_id(" ".join(str(st.session_state.get(TITLE) or "").split())):
        return
    if problem:
        st.error(escape(problem), icon=":material/error:")
    else:
        st.success(f"Kept as {escape(query_id)}.", icon=":material/check:")
        st.markdown(
            link_to_page("Open it among the saved queries", "queries", name_data_set(here, {"query": query_id}))
        )
