"""The saved queries that a command speaks of: all, or those that make sense for a data set; with own ones."""

import os
from typing import TYPE_CHECKING

from lodegraph.cli.output import tell

if TYPE_CHECKING:
    from cypher.saved import Catalog, SavedQuery


def read_queries(data_set: str | None) -> "Catalog":
    """All saved queries, or those that make sense for a data set; ends the command where they cannot be read.

    Own queries that are broken are told.
    """
    from lodegraph.cli.session import report_errors

    with report_errors():
        catalog = read_all_queries() if data_set is None else read_offered_queries(data_set)
    for broken in catalog.broken:
        tell(f"your own query is broken: {broken.problem}")
    return catalog


def read_all_queries() -> "Catalog":
    """All of them, held against the built-in model."""
    from cypher.model import built_in_model
    from cypher.own import read_all_with_own

    return read_all_with_own(built_in_model())


def read_offered_queries(data_set: str) -> "Catalog":
    """The queries that make sense for a data set of the graph."""
    from cypher.own import read_offered_with_own
    from cypher.status import current_data_set
    from lodegraph.cli.session import open_graph

    with open_graph() as graph:
        shown = current_data_set(graph, data_set)
        return read_offered_with_own(graph, shown.name)


def get_query(query_id: str) -> "SavedQuery":
    """The query of that id. Raises UnknownQuery.

    An own query that the built-in model makes broken may be one of a data set's own model: where one was named, the
    graph is asked.
    """
    catalog, data_set = read_all_queries(), os.environ.get("LODEGRAPH_DATA_SET")
    if data_set and any(broken.file == f"{query_id}.cypher" for broken in catalog.broken):
        catalog = read_offered_queries(data_set)
    return catalog.get(query_id)
