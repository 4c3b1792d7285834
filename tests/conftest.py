"""What all tests share: a marker a folder, their order, and an account of the groups that were left out."""

import re
import signal
from pathlib import Path

import pytest

from tests.groups import LEFT_OUT, TOOK, chosen_engines
from tests.lanes import LANE_OF, LANES, lane_of
from tests.neo4j_lines import ENGINES

FOLDERS = {
    "unit": "needs nothing but Python; no socket may open",
    "integration": "needs a graph: the embedded engine, or Neo4j in a container",
    "browser": "needs Chromium and the running app",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer --require-all, --engines and --lane."""
    parser.addoption("--require-all", action="store_true", help="fail where a group of tests would be left out")
    parser.addoption("--engines", default="", help=f"the graphs to run on, of {' '.join(ENGINES)}; all when left out")
    lanes = "; ".join(f"{name}: {meaning}" for name, meaning in LANES.items())
    parser.addoption("--lane", action="append", choices=tuple(LANES), help=f"run parts of the tests. {lanes}")


def pytest_configure(config: pytest.Config) -> None:
    """Declare the markers; hear Ctrl-C even where a background job was told not to, or no child would."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    chosen = chosen_engines(config)
    config.stash[LEFT_OUT] = {name: "ENGINES does not name it" for name in ENGINES if name not in chosen}
    config.stash[TOOK] = {}
    for name, meaning in FOLDERS.items():
        config.addinivalue_line("markers", f"{name}: {meaning}")
    config.addinivalue_line(
        "markers", "one_line: about the program around a graph; of Neo4j's lines the oldest is enough"
    )
    config.addinivalue_line("markers", "long: takes seconds; `make unit` leaves it to `make test`")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark each test with its folder's name, and run first what is quick to say that something is wrong.

    Where lanes are asked for, only their tests are left.
    """
    for item in items:
        folder = folder_of(item.path)
        if folder in FOLDERS:
            item.add_marker(folder)
    items.sort(key=lambda item: place_of(item.path))
    config.stash[LANE_OF] = {item.nodeid: lane_of(item, folder_of(item.path)) for item in items}
    if chosen := config.getoption("--lane"):
        others = [item for item in items if config.stash[LANE_OF][item.nodeid] not in chosen]
        config.hook.pytest_deselected(items=others)
        gone = set(others)
        items[:] = [item for item in items if item not in gone]


def folder_of(path: Path) -> str:
    """The folder below `tests/` in which a test's file lies."""
    return path.relative_to(Path(__file__).parent).parts[0]


def place_of(path: Path) -> int:
    """When a file's tests run: by folder; what waits for a build in the background comes last."""
    order, folder = list(FOLDERS), folder_of(path)
    return order.index(folder) if folder in order and path.stem != "test_compose_round" else len(order)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what passed on which engine, how long steps took, and which groups were left out, why, and what to do."""
    passed = [report.nodeid for report in terminalreporter.stats.get("passed", [])]
    for engine in chosen_engines(config):
        if on_it := [name for name in passed if re.search(rf"[\[-]{re.escape(engine)}[\]-]", name)]:
            terminalreporter.write_line(f"on {engine}: {len(on_it)} passed")
    for what, steps in config.stash[TOOK].items():
        terminalreporter.write_line(f"{what}: " + ", ".join(f"{step} {took:.0f} s" for step, took in steps.items()))
    for group, reason in config.stash[LEFT_OUT].items():
        terminalreporter.write_line(f"left out: {group}: {reason}", yellow=True)
