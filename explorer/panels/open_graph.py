"""The graph for one run of a page, with the chooser of its data sets, and what to say when it is not there."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import NoReturn

import streamlit as st

from cypher.errors import EngineError, GraphError, NoTypedReading, QueryFailed, StillRunning, TooManyRows
from cypher.guard import Refused
from cypher.status import EmptyGraph, unfinished
from explorer.access.page_limit import get_access
from explorer.access.settings import is_loopback
from explorer.markdown import escape
from explorer.own_articles import OwnArticles
from explorer.panels.data_set_chooser import show_data_set_chooser
from explorer.panels.notices import show_notices
from explorer.panels.own_folder import with_own_queries
from explorer.shown_graph import ShownGraph, UnknownDataSet, read_shown_graph
from explorer.state.chosen_data_set import SET, read_address, remember_data_set, wanted_data_set

EMPTY_GRAPH = "The graph answers, and no records have been loaded into it."
GRAPH_DOWN = "Nothing is lost: the page works again as soon as it does."
FAILED = "The graph answers, but not what this page asked. Nothing is lost."
REACHED_BY_OTHERS = "Other machines can reach these pages: bind them to 127.0.0.1, as `lodegraph run` does."
LOOK_AGAIN_SECONDS = 2.0
"""Seconds between two looks at a graph that is not there yet."""


@contextmanager
def open_shown_graph() -> Iterator[ShownGraph]:
    """The graph for one run of a page; what is wrong with it is shown as a message with a way on, and ends the run."""
    with tell_graph_errors():
        here = read_shown_graph(wanted_data_set())
        remember_data_set(here)
        show_data_set_chooser(here.graph, here.data_sets, here.data_set.name)
        if not here.data_set.is_complete:
            st.warning(escape(unfinished(here.data_set)), icon=":material/sync:")
            _look_again()
        yield replace(here, articles=_open_articles(), catalog=with_own_queries(here))


@contextmanager
def tell_graph_errors() -> Iterator[None]:
    """Show what is wrong with the graph as a message with a way on, and end the run: for a part of a page that is
    drawn anew by itself."""
    try:
        yield
    except UnknownDataSet as error:
        _show_others(error)
    except EmptyGraph as error:
        st.info(f"**There is nothing to show yet.** {EMPTY_GRAPH}", icon=":material/inbox:")
        st.code("lodegraph load", language="shell")
        st.caption(escape(str(error)))
        _wait_for_graph()
    except EngineError as error:
        st.warning(f"**{escape(_as_sentence(error.what))}** {GRAPH_DOWN}", icon=":material/sync:")
        st.caption(escape(_as_sentence(error.remedy)))
        _wait_for_graph()
    except (Refused, StillRunning, NoTypedReading) as error:
        _show_failure("This query was not answered.", error)
    except QueryFailed as error:
        _show_failure("A question to the graph failed.", error)
    except TooManyRows as error:
        _show_failure("An answer has too many rows for this page.", error)
    except GraphError as error:
        st.error(f"**The graph does not answer.** {GRAPH_DOWN}", icon=":material/cloud_off:")
        st.code(str(error), language=None, wrap_lines=True)
        _wait_for_graph()


def _open_articles() -> OwnArticles:
    """The reader's folder of articles; none on pages that other machines can reach, whoever started them."""
    folder = get_access().serving.articles
    if folder is not None and not is_loopback(st.get_option("server.address")):
        st.error(f"**The articles' words are not shown.** {REACHED_BY_OTHERS}", icon=":material/lock:")
        return OwnArticles()
    return OwnArticles(folder)


def _show_others(error: UnknownDataSet) -> NoReturn:
    """Which data sets there are, to choose one of: none takes the place of the one that is not there."""
    if read_address().get(SET):
        show_notices([error.what])
    else:
        st.warning(escape(_as_sentence(error.what)), icon=":material/link_off:")
    with suppress(GraphError):
        show_data_set_chooser(error.graph, error.there, None)
    _wait_for_graph()


def _show_failure(what: str, error: GraphError) -> NoReturn:
    """Not asked again by itself: what failed may have kept the graph busy for long."""
    st.error(f"**{what}** {FAILED}", icon=":material/error:")
    st.code(str(error), language=None, wrap_lines=True)
    st.button("Ask again", icon=":material/refresh:")
    st.stop()


def _wait_for_graph() -> NoReturn:
    _look_again()
    st.stop()


@st.fragment(run_every=LOOK_AGAIN_SECONDS)
def _look_again() -> None:
    """Draw the page anew as soon as there is a whole graph to show."""
    st.caption(f"Looking again every {LOOK_AGAIN_SECONDS:.0f} seconds.")
    with suppress(GraphError):
        if read_shown_graph(wanted_data_set()).data_set.is_complete:
            st.rerun(scope="app")


def _as_sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
