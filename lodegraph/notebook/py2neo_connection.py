"""py2neo's `Graph` on the configured Neo4j, or a refusal that says what to do instead."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from cypher.connection import Server, connect
from cypher.engines.choose import serving
from cypher.engines.folder import data_dir
from cypher.errors import GraphError
from cypher.settings import GraphSettings
from lodegraph.library.open_graph import events

if TYPE_CHECKING:
    from lodegraph.notebook.py2neo_graph import ReadingPy2neo

INSTEAD = "use open_graph(), which gives the same frames"


class NoPy2neo(GraphError):
    """py2neo is not there, or would not read soundly."""


def connect_py2neo() -> "ReadingPy2neo":
    """See `lodegraph.notebook.open_py2neo`."""
    open_read_only = _import_py2neo()
    settings = GraphSettings()
    if settings.embedded:
        raise _make_refusal("the embedded graph")
    with serving(settings, data_dir, events.info, writing=False) as server:
        _refuse_other_products(server)
        return open_read_only(server)


def _refuse_other_products(server: Server) -> None:
    """Only Neo4j itself is known to refuse every write of a reader at once; asked by the driver, who explains more."""
    with connect(server) as graph:
        product = graph.greet().name
    if not product.startswith("Neo4j "):
        raise _make_refusal(f"{product} at {server.uri}")


def _make_refusal(name: str) -> NoPy2neo:
    return NoPy2neo(
        f"py2neo is not sound with {name}: when a write is refused only as it is committed, py2neo reads nothing from "
        "then on, and does not say so",
        f"{INSTEAD}, or set NEO4J_URI to a Neo4j",
    )


def _import_py2neo() -> "Callable[[Server], ReadingPy2neo]":
    try:
        from lodegraph.notebook.py2neo_graph import open_read_only
    except ModuleNotFoundError as error:
        raise NoPy2neo("py2neo is not installed", f"pip install 'lodegraph[notebook]', or {INSTEAD}") from error
    return open_read_only
