"""Lanes: parts of the tests that run in rows beside each other (`scripts/run-tests.sh`).

Every test is in exactly one lane. Quick tests come first in each, as ever.
"""

import pytest

from tests.neo4j_lines import LINES

LANES = {
    "unit": "unit tests",
    "embedded": "tests of a graph that need no server of Neo4j",
    "servers": "the same tests on Neo4j, or on the server that GRAPH_TEST_URI names",
    "browser": "the browser's tests, which ask loopback alone",
    "beside": "what waits for downloads and builds: the installed wheel, then the composed project",
}
LANE_OF = pytest.StashKey[dict[str, str]]()
"""By id, the lane of every test that was collected, also of those that are left to another lane."""
BESIDE = ("test_installed_wheel", "test_compose_round")
ON_SERVERS = (*LINES, "given")


def lane_of(item: pytest.Item, folder: str) -> str:
    """The lane of a test in a folder below `tests/`."""
    if item.path.stem in BESIDE:
        return "beside"
    if folder in ("unit", "browser"):
        return folder
    engine = getattr(getattr(item, "callspec", None), "params", {}).get("engine")
    return "servers" if engine in ON_SERVERS else "embedded"
