"""The tests themselves: they run from the quick to the slow, and no unit test opens a socket."""

import socket
from pathlib import Path

import pytest
from pytest_socket import SocketBlockedError

from tests.conftest import place_of

TESTS = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("unit/test_totals.py", "integration/test_load.py"),
        ("integration/test_turns.py", "browser/test_login.py"),
        ("browser/test_watch.py", "browser/test_compose_round.py"),
    ],
)
def test_units_come_before_a_graph_before_a_browser_before_the_composed_project(earlier: str, later: str) -> None:
    assert (TESTS / earlier).exists()
    assert (TESTS / later).exists()
    assert place_of(TESTS / earlier) < place_of(TESTS / later)


@pytest.mark.filterwarnings("ignore:A test tried")
@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_network_socket_cannot_be_opened(family: socket.AddressFamily) -> None:
    with pytest.raises(SocketBlockedError):
        socket.socket(family)
