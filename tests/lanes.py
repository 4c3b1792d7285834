"""Lanes: parts of the tests that can run beside each other (`make test LANES=yes`), where processors would wait.

Every test is in exactly one lane. Quick tests come first in each, as ever.
"""

from collections.abc import Sequence

import pytest

from tests.neo4j_lines import LINES

LANES = {
    "here": "unit tests, and one half of the browser's",
    "graph": "tests of a graph that need no server of Neo4j, and the other half of the browser's",
    "servers": "the same tests of a graph on Neo4j, or on the server that GRAPH_TEST_URI names",
    "beside": "what waits for downloads and builds: the installed wheel, then the composed project",
}
BESIDE = ("test_installed_wheel", "test_compose_round")
ON_SERVERS = (*LINES, "given")


def lane_of(item: pytest.Item, folder: str, browser_files: Sequence[str]) -> str:
    """The lane of a test; `browser_files`: the names of all files of browser tests, halved in turn."""
    name = item.path.stem
    if name in BESIDE:
        return "beside"
    if folder == "browser":
        return "here" if browser_files.index(name) % 2 else "graph"
    if folder != "integration":
        return "here"
    engine = getattr(getattr(item, "callspec", None), "params", {}).get("engine")
    return "servers" if engine in ON_SERVERS else "graph"
