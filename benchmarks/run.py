"""Run every benchmark and write the results: `make bench`."""

import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import load, start
from benchmarks.timing import HEADER

RESULTS = Path(__file__).with_name("results.md")


def main() -> None:
    """Measure, print and write down."""
    lines = start.measure()
    loads = load.measure(load.ENGINES)
    machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    day = datetime.now(UTC).date().isoformat()
    text = f"# Results\n\n{day}, {machine}. Repeat with `make bench`.\n\n{HEADER}\n" + "\n".join(lines) + "\n"
    text += f"\n## Loading\n\nRepeat with `python -m benchmarks.load`.\n\n{load.HEADER}\n" + "\n".join(loads) + "\n"
    RESULTS.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
