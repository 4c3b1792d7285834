"""The tests themselves: they run from the quick to the slow, and no unit test opens a socket."""

import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_socket import SocketBlockedError

from tests.conftest import place_of
from tests.lanes import LANE_OF, LANES

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


@pytest.mark.parametrize(
    ("name", "lane"),
    [
        ("unit/test_totals.py::", "unit"),
        ("browser/test_login.py::", "browser"),
        ("browser/test_compose_round.py::", "beside"),
        ("integration/test_choices.py::.*embedded", "embedded"),
        ("integration/test_choices.py::.*neo4j-5.26", "servers"),
    ],
)
def test_every_test_is_in_the_lane_that_runs_it(request: pytest.FixtureRequest, name: str, lane: str) -> None:
    lanes = {lane_ for id_, lane_ in request.config.stash[LANE_OF].items() if re.match(f"tests/{name}", id_)}
    assert lanes <= {lane}, "where the file is collected at all"


def test_the_lanes_that_are_run_are_all_there_are(request: pytest.FixtureRequest) -> None:
    script = (TESTS.parent / "scripts" / "run-tests.sh").read_text(encoding="utf-8")
    assert sorted(re.findall(r"--lane (\w+)", script)) == sorted(LANES)
    assert set(request.config.stash[LANE_OF].values()) <= set(LANES)


@pytest.mark.long
def test_what_is_about_the_program_around_a_graph_runs_on_the_oldest_line_of_neo4j_and_no_later_one() -> None:
    """And on a later one where that alone is asked for."""
    some = ["tests/integration/test_logs.py"]
    names = " ".join(collect(*some, "--engines", "embedded neo4j-5.26 neo4j-2026.08"))
    assert "embedded" in names
    assert "neo4j-5.26" in names
    assert "neo4j-2026.08" not in names
    assert "neo4j-2026.08" in " ".join(collect(*some, "--engines", "neo4j-2026.08"))


def collect(*arguments: str) -> list[str]:
    """The ids of the tests that pytest would run."""
    command = [sys.executable, "-m", "pytest", "--collect-only", *arguments]
    told = subprocess.run(command, cwd=TESTS.parent, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    return [line for line in told.stdout.splitlines() if re.match(r"tests/.*::", line)]
