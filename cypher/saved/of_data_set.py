"""The saved queries that make sense for a data set of a graph, in its own model."""

from cypher.guide import read_guide
from cypher.model import read_model_of
from cypher.protocols import Reader
from cypher.saved.catalog import Catalog, read_catalog


def read_offered(graph: Reader, data_set: str) -> Catalog:
    """The catalog held against the model that the data set was loaded with, with the values that it starts from."""
    return read_catalog(read_model_of(graph, data_set)).offered(data_set, read_guide(graph, data_set))
