"""Opening the graph that the environment names."""

import logging
import warnings
from collections.abc import Callable
from contextlib import ExitStack

from cypher.connection import connect
from cypher.engines.choose import serving
from cypher.engines.folder import data_dir
from cypher.own import read_offered_with_own
from cypher.settings import GraphSettings
from cypher.status import current_data_set
from lodegraph.library.graph import ReadingGraph

Tell = Callable[[str], None]
events = logging.getLogger("lodegraph.library")


def open_graph(*, data_set: str | None = None, tell: Tell = events.info) -> ReadingGraph:
    """Open the graph that NEO4J_URI and its companions name, else the embedded one, as a user who only reads.

    Use it as a context manager, or close it; one that is forgotten is closed when the program ends. The embedded graph
    is started where it is not running, and stops when its last user leaves.

    `data_set`: which one to read; without it LODEGRAPH_DATA_SET, else the one loaded last. `tell` hears of a start.
    Warns when a load is going on or was broken off. Raises a GraphError when there is no graph or nothing in it.

    >>> with open_graph() as graph:
    ...     graph.status().data_set.title
    'The 2026 Critical Minerals Ministerial'
    """
    settings = GraphSettings()
    with ExitStack() as stack:
        server = stack.enter_context(serving(settings, data_dir, tell, writing=False))
        graph = stack.enter_context(connect(server))
        chosen = current_data_set(graph, data_set or settings.lodegraph_data_set)
        if not chosen.is_complete:
            warnings.warn(
                f"{chosen.title} is being loaded, or its load was broken off: answers may lack something. "
                "Wait for the load, or run `lodegraph load` again with its folder, and open the graph again",
                stacklevel=2,
            )
        catalog = read_offered_with_own(graph, chosen.name)
        return ReadingGraph(graph, chosen.name, catalog, stack.pop_all())
