"""Which pages there are."""

from cypher.model import built_in_model
from cypher.saved import read_catalog
from loader.read import read_data_set
from lodegraph.docs.coverage_page import coverage_page
from lodegraph.docs.model_page import model_page
from lodegraph.docs.queries_page import queries_page
from lodegraph.docs.record_schema import record_schema
from lodegraph.shipped_records import find_shipped_records


def pages() -> dict[str, str]:
    """Every generated page by its file name below `docs/`."""
    model = built_in_model()
    return {
        "coverage.md": coverage_page(find_shipped_records()),
        "model.md": model_page(model),
        "queries.md": queries_page(read_catalog(model), read_data_set(find_shipped_records())),
        "records.schema.json": record_schema(model),
    }
