"""Groups of tests that a machine cannot run: left out with a reason, or failed where all are required."""

from typing import NoReturn

import pytest

from tests.neo4j_lines import ENGINES

LEFT_OUT = pytest.StashKey[dict[str, str]]()
TOOK = pytest.StashKey[dict[str, dict[str, float]]]()
"""Seconds by step, of tests that consist of long ones."""


def leave_out(config: pytest.Config, group: str, reason: str) -> NoReturn:
    """Skip what needs `group`; under --require-all fail instead. `reason` says why and how to enable it."""
    config.stash[LEFT_OUT][group] = reason
    if config.getoption("--require-all"):
        pytest.fail(f"{group} cannot run here: {reason}", pytrace=False)
    pytest.skip(f"{group}: {reason}")


def chosen_engines(config: pytest.Config) -> list[str]:
    """The engines that --engines names, in our order; all of them where it names none. Raises UsageError."""
    named = str(config.getoption("--engines")).split()
    if unknown := [name for name in named if name not in ENGINES]:
        raise pytest.UsageError(f"there is no engine '{unknown[0]}': choose from {', '.join(ENGINES)}")
    return [name for name in ENGINES if name in named or not named]
