"""The graph that the pages show, opened once for all visitors, and what to say when it is not there."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import NoReturn

import streamlit as st

from cypher.connection import Graph, open_graph
from cypher.engines.choose import configured_server
from cypher.errors import GraphError
from cypher.guide import Guide, read_guide
from cypher.model import Model, built_in_model
from cypher.saved import Catalog, read_catalog
from cypher.settings import GraphSettings
from cypher.status import DataSetState, EmptyGraph, current_data_set, unfinished

EMPTY = "The graph answers, and no records have been loaded into it."
DOWN = "Nothing is lost: the page works again as soon as it does."
EVERY = 2.0
"""Seconds between two looks at a graph that is not there yet."""


@dataclass(frozen=True)
class Opened:
    """A graph, the data set of it that is shown, the saved queries, the model that all of it is in,
    and what the data set says of itself for the pages."""

    graph: Graph
    data_set: DataSetState
    catalog: Catalog
    model: Model
    guide: Guide


@contextmanager
def opened() -> Iterator[Opened]:
    """The graph for one run of a page; trouble with it is shown as a message with a way on, and ends the run."""
    try:
        here = open_now()
        if not here.data_set.is_complete:
            st.warning(plain(unfinished(here.data_set)), icon=":material/sync:")
            _look_again()
        yield here
    except EmptyGraph as error:
        st.info(f"**There is nothing to show yet.** {EMPTY}", icon=":material/inbox:")
        st.code("lodegraph load", language="shell")
        st.caption(plain(str(error)))
        _wait()
    except GraphError as error:
        st.error(f"**The graph does not answer.** {DOWN}", icon=":material/cloud_off:")
        st.code(str(error), language=None, wrap_lines=True)
        _wait()


def _wait() -> NoReturn:
    _look_again()
    st.stop()


@st.fragment(run_every=EVERY)
def _look_again() -> None:
    """Draw the page anew as soon as there is a whole graph to show."""
    st.caption(f"Looking again every {EVERY:.0f} seconds.")
    with suppress(GraphError):
        if open_now().data_set.is_complete:
            st.rerun(scope="app")


def open_now() -> Opened:
    """The graph as it is at this moment. Raises GraphError."""
    graph = _graph()
    data_set = current_data_set(graph, GraphSettings().lodegraph_data_set)
    guide = _guide(graph.server.uri, data_set.key, graph, data_set.name)
    return Opened(graph, data_set, _catalog().offered(data_set.name, guide), built_in_model(), guide)


def plain(text: object) -> str:
    """Text from records as text: every character that Markdown or a shortcode would act on is escaped."""
    return "".join(f"\\{c}" if c in MARKDOWN else c for c in str(text)).replace("\n", " ")


MARKDOWN = set("\\`*_{}[]()<>#+-.!|$~:&\"'")


@st.cache_resource(show_spinner=False)
def _graph() -> Graph:
    settings = GraphSettings()
    return open_graph(configured_server(settings, settings.neo4j_uri or "bolt://127.0.0.1:7687"))


@st.cache_resource(show_spinner=False, max_entries=8)
def _guide(uri: str, version: str, _graph_: Graph, _data_set: str) -> Guide:
    return read_guide(_graph_, _data_set)


@st.cache_resource(show_spinner=False)
def _catalog() -> Catalog:
    return read_catalog(built_in_model())
