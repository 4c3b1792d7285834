"""Groups of tests that a machine cannot run: left out with a reason, or failed where all are required."""

from typing import NoReturn

import pytest

LEFT_OUT = pytest.StashKey[dict[str, str]]()


def leave_out(config: pytest.Config, group: str, reason: str) -> NoReturn:
    """Skip what needs `group`; under --require-all fail instead. `reason` says why and how to enable it."""
    config.stash[LEFT_OUT][group] = reason
    if config.getoption("--require-all"):
        pytest.fail(f"{group} cannot run here: {reason}", pytrace=False)
    pytest.skip(f"{group}: {reason}")
