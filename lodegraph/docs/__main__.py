"""Write every generated page, or with `--check` name those that are out of date."""

import sys
from pathlib import Path

from cypher.model import built_in_model
from cypher.saved import read_catalog
from explorer.panels.guide_page import read_guide_page
from loader.editor_schema import make_schema
from loader.read import read_data_set
from lodegraph.docs.coverage_page import make_coverage_page
from lodegraph.docs.model_page import make_model_page
from lodegraph.docs.queries_page import make_queries_page
from lodegraph.shipped_records import find_shipped_records

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"


def generate_pages() -> dict[str, str]:
    """Every generated page by its file name below `docs/`."""
    model = built_in_model()
    return {
        "coverage.md": make_coverage_page(find_shipped_records()),
        "model.md": make_model_page(model),
        "network.md": read_guide_page(),
        "queries.md": make_queries_page(read_catalog(model), read_data_set(find_shipped_records())),
        "records.schema.json": make_schema(model),
    }


def main(arguments: list[str]) -> int:
    """Returns 1 when a page was out of date and only looked at."""
    stale = [path for name, text in generate_pages().items() if (path := DOCS / name) and _differs(path, text)]
    for path in stale:
        sys.stdout.write(f"{'out of date' if '--check' in arguments else 'written'}: docs/{path.name}\n")
        if "--check" not in arguments:
            path.write_text(generate_pages()[path.name], encoding="utf-8")
    return 1 if stale and "--check" in arguments else 0


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_text(encoding="utf-8") != text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
