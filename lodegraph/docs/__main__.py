"""Write every generated page, or with `--check` name those that are out of date.

With `--answers` saved queries are asked anew for their example answers, on an engine of their own.
"""

import sys
from pathlib import Path

from cypher.model import built_in_model
from cypher.saved import read_catalog, read_offered
from cypher.status import current_data_set
from explorer.panels.guide_page import read_guide_page
from loader.editor_schema import make_schema
from loader.read import read_data_set
from lodegraph.docs.category_pages import make_category_pages
from lodegraph.docs.coverage_page import make_coverage_page
from lodegraph.docs.example_answers import FILE, ask_example, read_examples, shipped_graph, write_examples
from lodegraph.docs.model_page import make_model_page
from lodegraph.docs.queries_page import make_queries_page
from lodegraph.shipped_records import find_shipped_records

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"


def generate_pages() -> dict[str, str]:
    """Every generated page by its file name below `docs/`."""
    model = built_in_model()
    catalog, shipped = read_catalog(model), read_data_set(find_shipped_records())
    return {
        "coverage.md": make_coverage_page(find_shipped_records()),
        "model.md": make_model_page(model),
        "network.md": read_guide_page(),
        "queries.md": make_queries_page(catalog, shipped),
        **make_category_pages(catalog, shipped, read_examples()),
        "records.schema.json": make_schema(model),
    }


def ask_examples() -> None:
    """Ask every saved query of the shipped records, in an engine of its own, and keep the answers for the pages."""
    with shipped_graph() as graph:
        data_set = current_data_set(graph).name
        asked = (ask_example(graph, query, data_set) for query in read_offered(graph, data_set).queries)
        FILE.parent.mkdir(exist_ok=True)
        FILE.write_text(write_examples([one for one in asked if one is not None]), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Returns 1 when a page was out of date and only looked at."""
    if "--answers" in arguments:
        ask_examples()
    stale = [path for name, text in generate_pages().items() if (path := DOCS / name) and _differs(path, text)]
    for path in stale:
        name = path.relative_to(DOCS).as_posix()
        sys.stdout.write(f"{'out of date' if '--check' in arguments else 'written'}: docs/{name}\n")
        if "--check" not in arguments:
            path.parent.mkdir(exist_ok=True)
            path.write_text(generate_pages()[name], encoding="utf-8")
    return 1 if stale and "--check" in arguments else 0


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_text(encoding="utf-8") != text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
