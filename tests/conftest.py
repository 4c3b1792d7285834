"""What all tests share: a marker a folder, and an account of the groups that were left out."""

import signal
from pathlib import Path

import pytest

from tests.groups import LEFT_OUT

FOLDERS = {
    "unit": "needs nothing but Python; no socket may open",
    "integration": "needs a graph: the embedded engine, or Neo4j in a container",
    "browser": "needs Chromium and the running app",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer --require-all."""
    parser.addoption("--require-all", action="store_true", help="fail where a group of tests would be left out")


def pytest_configure(config: pytest.Config) -> None:
    """Declare the markers; hear Ctrl-C even where a background job was told not to, or no child would."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    config.stash[LEFT_OUT] = {}
    for name, meaning in FOLDERS.items():
        config.addinivalue_line("markers", f"{name}: {meaning}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test with its folder's name."""
    here = Path(__file__).parent
    for item in items:
        folder = item.path.relative_to(here).parts[0]
        if folder in FOLDERS:
            item.add_marker(folder)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say which groups were left out, why, and how to enable them."""
    for group, reason in config.stash[LEFT_OUT].items():
        terminalreporter.write_line(f"left out: {group}: {reason}", yellow=True)
