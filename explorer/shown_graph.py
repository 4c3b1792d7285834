"""The graph that the pages show, opened once for all visitors, and the data set of it that is shown."""

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

import streamlit as st

from cypher.connection import Graph, open_graph
from cypher.engines.choose import configured_server
from cypher.errors import GraphError
from cypher.guide import Guide, read_guide
from cypher.model import Model, read_model_of
from cypher.saved import Catalog, read_catalog
from cypher.settings import GraphSettings
from cypher.status import DataSetState, choose, current_data_set, data_sets
from explorer.own_articles import OwnArticles
from ledger.nearest import shown

MOST_NAMED = 8
"""Data sets that a message names; how many more there are is said."""


class UnknownDataSet(GraphError):
    """A data set that the graph does not hold, while it holds others, which are `there`."""

    def __init__(self, wanted: str, graph: Graph, there: tuple[DataSetState, ...]) -> None:
        more = f" and {len(there) - MOST_NAMED} more" if len(there) > MOST_NAMED else ""
        names = ", ".join(d.name for d in there[:MOST_NAMED]) + more
        super().__init__(f"there is no data set '{shown(wanted)}' here; it holds {names}")
        self.graph, self.there = graph, there


@dataclass(frozen=True)
class ShownGraph:
    """A graph, the data set of it that is shown, the saved queries, the model that all of it is in,
    and what the data set says of itself for the pages; `data_sets`: all that the graph holds; `articles`: the folder
    of whoever reads this page."""

    graph: Graph
    data_set: DataSetState
    catalog: Catalog
    model: Model
    guide: Guide
    data_sets: tuple[DataSetState, ...] = ()
    articles: OwnArticles = field(default_factory=OwnArticles)

    @cached_property
    def set_hash(self) -> str:
        """For the keys of what belongs to this data set alone; its name may hold what Streamlit takes for its own."""
        return sha256(self.data_set.name.encode()).hexdigest()[:16]


def read_shown_graph(wanted: str | None = None) -> ShownGraph:
    """The graph as it is at this moment, with the wanted data set, else the one that these pages were started for.

    Raises UnknownDataSet where it holds only others, and else what the graph raises.
    """
    graph = _open_graph()
    there = tuple(data_sets(graph))
    name = wanted or GraphSettings().lodegraph_data_set
    if name and there and name not in {d.name for d in there}:
        raise UnknownDataSet(name, graph, there)
    data_set = choose(there, name) or current_data_set(graph, name)
    guide = _read_guide(graph.server.uri, data_set.key, graph, data_set.name)
    catalog = _read_catalog(graph.server.uri, data_set.key, graph, data_set.name)
    return ShownGraph(graph, data_set, catalog.offered(data_set.name, guide), catalog.model, guide, there)


@st.cache_resource(show_spinner=False)
def _open_graph() -> Graph:
    settings = GraphSettings()
    return open_graph(configured_server(settings, settings.neo4j_uri or "bolt://127.0.0.1:7687"))


@st.cache_resource(show_spinner=False, max_entries=8)
def _read_guide(uri: str, version: str, _graph_: Graph, _data_set: str) -> Guide:
    return read_guide(_graph_, _data_set)


@st.cache_resource(show_spinner=False, max_entries=8)
def _read_catalog(uri: str, version: str, _graph_: Graph, _data_set: str) -> Catalog:
    """The saved queries in the data set's own model."""
    return read_catalog(read_model_of(_graph_, _data_set))
