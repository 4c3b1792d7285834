"""The server processes ask no other machine for anything, not even for the number of a name."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.closed_network import NEEDS, ClosedNetwork, can_make_one, closed_network
from tests.browser.running_app import free_port, running_app
from tests.groups import leave_out

VISIT = Path(__file__).with_name("visit_pages.py")
PAGES = ("", "disagreements", "queries", "cypher", "bring-in", "about")
ASK = """
import contextlib, socket
with contextlib.suppress(OSError):
    {}
"""


@pytest.fixture
def network(request: pytest.FixtureRequest) -> Iterator[ClosedNetwork]:
    """A network of our own."""
    if not can_make_one():
        leave_out(request.config, "network namespace", NEEDS)
    with closed_network() as network:
        yield network


@pytest.mark.parametrize(
    "request_",
    [
        "socket.getaddrinfo('example.org', 443)",
        "socket.create_connection(('203.0.113.7', 443), timeout=1)",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('203.0.113.7', 9))",
    ],
)
def test_a_request_to_another_machine_is_counted(network: ClosedNetwork, request_: str) -> None:
    assert network.packets_out() == 0
    network.run(sys.executable, "-c", ASK.format(request_))
    assert network.packets_out() > 0


def test_traffic_on_loopback_is_not_counted(network: ClosedNetwork) -> None:
    network.run(sys.executable, "-c", ASK.format("socket.create_connection(('127.0.0.1', 9), timeout=1)"))
    assert network.packets_out() == 0


@pytest.mark.timeout(300)
def test_the_running_program_asks_nobody(network: ClosedNetwork, tmp_path: Path) -> None:
    port = free_port()
    with running_app(tmp_path, *network.enter, port=port):
        visited = network.run(sys.executable, str(VISIT), str(port), *PAGES)
        assert visited.returncode == 0, visited.stderr
        packets = network.packets_out()
    assert packets == network.packets_out() == 0
