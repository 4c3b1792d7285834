"""Write every generated page, or with `--check` name those that are out of date."""

import sys
from pathlib import Path

from lodegraph.docs.generated_pages import generate_pages

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"


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
