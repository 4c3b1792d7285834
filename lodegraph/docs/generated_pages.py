"""Which pages there are."""

from cypher.model import built_in_model
from cypher.saved import read_catalog
from loader.read import read_data_set
from lodegraph.docs.coverage_page import make_coverage_page
from lodegraph.docs.model_page import make_model_page
from lodegraph.docs.queries_page import make_queries_page
from lodegraph.docs.record_schema import make_record_schema
from lodegraph.shipped_records import find_shipped_records


def generate_pages() -> dict[str, str]:
    """Every generated page by its file name below `docs/`."""
    model = built_in_model()
    return {
        "coverage.md": make_coverage_page(find_shipped_records()),
        "model.md": make_model_page(model),
        "queries.md": make_queries_page(read_catalog(model), read_data_set(find_shipped_records())),
        "records.schema.json": make_record_schema(model),
    }
