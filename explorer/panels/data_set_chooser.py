"""The chooser of the data set, above every page of a graph that holds several."""

import time

import streamlit as st

from cypher.connection import Graph
from cypher.errors import GraphError
from cypher.status import DataSetState, count_nodes_by_label
from explorer.state.chosen_data_set import choose_data_set
from ledger.text import count_things, shorten

FIELD = "data-set"
UNFINISHED = {
    "loading": "being loaded, or that was broken off",
    "renewing": "being renewed, or that was broken off",
    "dropping": "being removed, or that was broken off",
}
LOOK_SECONDS = 10
"""A data set that is not whole is counted anew after so long."""
KEPT_SECONDS = 600


def show_data_set_chooser(graph: Graph, there: tuple[DataSetState, ...], shown: str | None) -> None:
    """The data sets with their sizes; nothing where the only one is shown. `shown` is None where none of them is."""
    if len(there) < 2 and shown is not None:
        return
    captions = {d.name: describe_data_set(d, count_nodes(graph, d)) for d in there}
    st.session_state[FIELD] = shown
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(":small[Data set]", width="content")
        st.selectbox(
            "Data set",
            list(captions),
            index=None if shown is None else 0,
            key=FIELD,
            format_func=lambda name: captions.get(name, name),
            placeholder="Choose a data set",
            label_visibility="collapsed",
            on_change=_choose,
            width=420,
        )


def describe_data_set(data_set: DataSetState, nodes: int | None) -> str:
    """A data set by its name, with how many nodes it has, where that is known, and what keeps it from being whole."""
    size = "" if nodes is None else f" · {count_things(nodes, 'node')}"
    unfinished = "" if data_set.is_complete else f" · {UNFINISHED.get(data_set.state, 'not whole')}"
    return f"{shorten(data_set.name, 60)}{size}{unfinished}"


def count_nodes(graph: Graph, data_set: DataSetState) -> int | None:
    """How many nodes a data set has, its own entry left out; None where the graph does not say."""
    moment = 0 if data_set.is_complete else int(time.time() // LOOK_SECONDS)
    return _count_nodes(graph.server.uri, data_set.key, moment, graph, data_set.name)


def _choose() -> None:
    name = st.session_state[FIELD]
    if name:
        choose_data_set(name)


@st.cache_resource(show_spinner=False, max_entries=64, ttl=KEPT_SECONDS)
def _count_nodes(uri: str, version: str, moment: int, _graph: Graph, _name: str) -> int | None:
    try:
        return sum(count_nodes_by_label(_graph, _name).values())
    except GraphError:
        return None
