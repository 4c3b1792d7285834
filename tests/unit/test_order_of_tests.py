"""The tests run from the quick to the slow: what is wrong in a function is said before a browser starts."""

from pathlib import Path

import pytest

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
