"""The explorer's own process: it gets ready while the graph does, then serves its pages.

Which graph to show comes on standard input, as a line of JSON, so that a password stands neither in the command
line nor in the environment that a process list can show.
"""

import json
import os
import sys
from pathlib import Path

APP = Path(__file__).with_name("app.py")


def main(port: str) -> None:
    """Import what the pages need, wait for the graph's address, and serve until the process is stopped."""
    from streamlit.web import cli

    from explorer.app_pages import about, network, queries  # noqa: F401  # the first visitor need not wait for them

    line = sys.stdin.readline()
    if not line:
        sys.exit("whoever started the explorer ended before it named a graph")
    os.environ.update(json.loads(line))
    cli.main(["run", str(APP), "--server.port", port])


if __name__ == "__main__":
    main(sys.argv[1])
