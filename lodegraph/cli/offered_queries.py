"""The saved queries that a command speaks of: all, or those that make sense for a data set of the graph."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cypher.saved import Catalog


def read_queries(data_set: str | None) -> "Catalog":
    """All saved queries, or those that make sense for a data set; ends the command where they cannot be read."""
    from lodegraph.cli.session import report_errors

    with report_errors():
        return read_all_queries() if data_set is None else read_offered_queries(data_set)


def read_all_queries() -> "Catalog":
    from cypher.model import built_in_model
    from cypher.saved import read_catalog

    return read_catalog(built_in_model())


def read_offered_queries(data_set: str) -> "Catalog":
    """The queries that make sense for a data set of the graph."""
    from cypher.saved import read_offered
    from cypher.status import current_data_set
    from lodegraph.cli.session import open_graph

    with open_graph() as graph:
        shown = current_data_set(graph, data_set)
        return read_offered(graph, shown.name)
