"""For notebooks: pandas frames from the graph, and py2neo for those who know it; docs/notebook.md shows both.

`frames` takes a graph opened by `open_graph` or one of py2neo's, and gives the same frames from either. The rest needs
py2neo: `py2neo_connection` opens its `Graph` on the configured Neo4j, `py2neo_graph` holds it to reading, and
`py2neo_reader` lets the library ask it.
"""

from typing import TYPE_CHECKING

from lodegraph.notebook.frames import nodes_frame, query_frame, relationships_frame

if TYPE_CHECKING:
    from lodegraph.notebook.py2neo_graph import ReadingPy2neo

__all__ = ["nodes_frame", "open_py2neo", "query_frame", "relationships_frame"]


def open_py2neo() -> "ReadingPy2neo":
    """py2neo's `Graph` on the Neo4j that NEO4J_URI and its companions name; the server lets it read only.

    It asks the one server that the address names: py2neo's own routing is not used. Close it when done. Raises
    NoPy2neo without py2neo and for the embedded graph, and whatever keeps `open_graph` from a server.
    """
    from lodegraph.notebook.py2neo_connection import connect_py2neo

    return connect_py2neo()
