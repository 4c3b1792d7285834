"""Commands that start together on an embedded graph that holds nothing yet: one loads, the others wait for it."""

import json
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.browser.running_app import COMMAND, environment, free_port, stop

pytestmark = pytest.mark.timeout(240)
SERVES_WITHIN = 120.0


class Command:
    """A command that goes on, and what it has said so far."""

    def __init__(self, home: Path, name: str, *words: str) -> None:
        self.log = home / f"{name}.log"
        with self.log.open("w") as output:
            self.process = subprocess.Popen(
                [str(COMMAND), *words], env=environment(home), stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                text=True,
            )  # fmt: skip

    def said(self) -> str:
        """All of it."""
        return self.log.read_text(encoding="utf-8")

    def wait_for(self, words: str) -> None:
        """Return when it has said something; fail where it ends before."""
        deadline = time.monotonic() + SERVES_WITHIN
        while words not in self.said():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < deadline, self.said()
            time.sleep(0.1)


@contextmanager
def running(home: Path, *names: str) -> Iterator[list[Command]]:
    """So many `lodegraph run` at once, each on a port of its own; Ctrl-C ends them all."""
    runs = [Command(home, name, "run", "--no-browser", "--port", str(free_port())) for name in names]
    try:
        yield runs
    finally:
        for run in runs:
            stop(run.process)


def status(home: Path) -> dict[str, Any]:
    """What `lodegraph status` says."""
    done = subprocess.run(
        [str(COMMAND), "status", "--format", "json"], env=environment(home), capture_output=True, text=True,
        timeout=120, check=True,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def is_sound(said: str) -> bool:
    """Whether no error is in what a command said."""
    return not any(word in said for word in ("error", "Traceback", "Duplicated", "is taken"))


def created(said: str) -> int:
    """How many nodes a command says that it has created."""
    return sum(int(number) for number in re.findall(r"nodes +([0-9]+) created", said))


def test_two_runs_at_once_serve_the_same_whole_records(tmp_path: Path) -> None:
    with running(tmp_path, "one", "two") as runs:
        for run in runs:
            run.wait_for("Explorer: ")
        assert [run.said() for run in runs if not is_sound(run.said())] == []
        found = status(tmp_path)
        assert found["data_set"]["state"] == "complete"
        assert sorted(created(run.said()) for run in runs) == [0, sum(found["nodes"].values())]
    assert [run.process.returncode for run in runs] == [0, 0]


def test_a_load_beside_a_run_that_loads_waits_for_it(tmp_path: Path) -> None:
    with running(tmp_path, "run") as (run,):
        loading = Command(tmp_path, "load", "load")
        run.wait_for("Explorer: ")
        assert loading.process.wait(SERVES_WITHIN) == 0, loading.said()
        assert is_sound(run.said() + loading.said())
        found = status(tmp_path)
        assert found["data_set"]["state"] == "complete"
        assert sorted((created(run.said()), created(loading.said()))) == [0, sum(found["nodes"].values())]
    assert run.process.returncode == 0
