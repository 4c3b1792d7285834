"""The saved queries of a data set together with the reader's own, for commands and the library."""

from cypher.guide import read_guide
from cypher.model import Model, read_model_of
from cypher.own.folder import own_folder
from cypher.own.read import Rules, add_own, read_own
from cypher.protocols import Reader
from cypher.saved.catalog import Catalog, read_catalog


def rules_of(model: Model) -> Rules:
    """What own queries are held against where a data set has that model."""
    return Rules(model, frozenset(q.id for q in read_catalog(model).queries))


def read_all_with_own(model: Model) -> Catalog:
    """All saved queries, whatever data set they are for, and the reader's own."""
    catalog = read_catalog(model)
    return add_own(catalog, read_own(own_folder(), Rules(model, frozenset(q.id for q in catalog.queries))))


def read_offered_with_own(graph: Reader, data_set: str) -> Catalog:
    """What `read_offered` gives, with the reader's own queries behind it."""
    return read_all_with_own(read_model_of(graph, data_set)).offered(data_set, read_guide(graph, data_set))
