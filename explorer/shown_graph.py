"""The graph that the pages show, opened once for all visitors, and what to say when it is not there."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import NoReturn

import streamlit as st

from cypher.connection import Graph, open_graph
from cypher.engines.choose import configured_server
from cypher.errors import EngineError, GraphError
from cypher.guide import Guide, read_guide
from cypher.model import Model, built_in_model
from cypher.saved import Catalog, read_catalog
from cypher.settings import GraphSettings
from cypher.status import DataSetState, EmptyGraph, current_data_set, unfinished
from explorer.markdown import escape

EMPTY_GRAPH = "The graph answers, and no records have been loaded into it."
GRAPH_DOWN = "Nothing is lost: the page works again as soon as it does."
LOOK_AGAIN_SECONDS = 2.0
"""Seconds between two looks at a graph that is not there yet."""


@dataclass(frozen=True)
class ShownGraph:
    """A graph, the data set of it that is shown, the saved queries, the model that all of it is in,
    and what the data set says of itself for the pages."""

    graph: Graph
    data_set: DataSetState
    catalog: Catalog
    model: Model
    guide: Guide


@contextmanager
def open_shown_graph() -> Iterator[ShownGraph]:
    """The graph for one run of a page; trouble with it is shown as a message with a way on, and ends the run."""
    try:
        here = read_shown_graph()
        if not here.data_set.is_complete:
            st.warning(escape(unfinished(here.data_set)), icon=":material/sync:")
            _look_again()
        yield here
    except EmptyGraph as error:
        st.info(f"**There is nothing to show yet.** {EMPTY_GRAPH}", icon=":material/inbox:")
        st.code("lodegraph load", language="shell")
        st.caption(escape(str(error)))
        _wait_for_graph()
    except EngineError as error:
        st.warning(f"**{escape(_as_sentence(error.what))}** {GRAPH_DOWN}", icon=":material/sync:")
        st.caption(escape(_as_sentence(error.remedy)))
        _wait_for_graph()
    except GraphError as error:
        st.error(f"**The graph does not answer.** {GRAPH_DOWN}", icon=":material/cloud_off:")
        st.code(str(error), language=None, wrap_lines=True)
        _wait_for_graph()


def _wait_for_graph() -> NoReturn:
    _look_again()
    st.stop()


@st.fragment(run_every=LOOK_AGAIN_SECONDS)
def _look_again() -> None:
    """Draw the page anew as soon as there is a whole graph to show."""
    st.caption(f"Looking again every {LOOK_AGAIN_SECONDS:.0f} seconds.")
    with suppress(GraphError):
        if read_shown_graph().data_set.is_complete:
            st.rerun(scope="app")


def read_shown_graph() -> ShownGraph:
    """The graph as it is at this moment. Raises GraphError."""
    graph = _open_graph()
    data_set = current_data_set(graph, GraphSettings().lodegraph_data_set)
    guide = _read_guide(graph.server.uri, data_set.key, graph, data_set.name)
    return ShownGraph(graph, data_set, _read_catalog().offered(data_set.name, guide), built_in_model(), guide)


def _as_sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


@st.cache_resource(show_spinner=False)
def _open_graph() -> Graph:
    settings = GraphSettings()
    return open_graph(configured_server(settings, settings.neo4j_uri or "bolt://127.0.0.1:7687"))


@st.cache_resource(show_spinner=False, max_entries=8)
def _read_guide(uri: str, version: str, _graph_: Graph, _data_set: str) -> Guide:
    return read_guide(_graph_, _data_set)


@st.cache_resource(show_spinner=False)
def _read_catalog() -> Catalog:
    return read_catalog(built_in_model())
