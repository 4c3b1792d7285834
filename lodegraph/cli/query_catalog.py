"""The saved queries that the commands about them choose from."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cypher.saved import Catalog


def read_queries(data_set: str | None = None) -> "Catalog":
    """All saved queries, or those that make sense for a data set; ends the command where they cannot be read."""
    from lodegraph.cli.session import report_errors

    with report_errors():
        return _read_catalog() if data_set is None else _read_offered(data_set)


def _read_catalog() -> "Catalog":
    from cypher.model import built_in_model
    from cypher.saved import read_catalog

    return read_catalog(built_in_model())


def _read_offered(data_set: str) -> "Catalog":
    """The queries that make sense for a data set of the graph."""
    from cypher.saved import read_offered
    from cypher.status import current_data_set
    from lodegraph.cli.session import open_graph

    with open_graph() as graph:
        shown = current_data_set(graph, data_set)
        return read_offered(graph, shown.name)
