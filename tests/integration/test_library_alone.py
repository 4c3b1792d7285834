"""The library where nothing is configured: it starts the embedded graph, and leaves nothing running."""

import json
import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.integration.test_commands import COMMAND

FORGETFUL = """
from lodegraph import open_graph
heard = []
graph = open_graph(tell=heard.append)
print(len(graph.nodes("Deal")), graph.status().engine, len(heard))
"""


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a user with a data folder of their own and no other graph."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("NEO4J_", "LODEGRAPH_"))}
    return kept | {"XDG_DATA_HOME": str(tmp_path_factory.mktemp("home"))}


def ended(alone: dict[str, str], *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(words, env=alone, check=False, capture_output=True, text=True, timeout=120)


def test_before_the_first_load_it_says_what_to_do(alone: dict[str, str]) -> None:
    done = ended(alone, sys.executable, "-c", FORGETFUL)

    assert "run `lodegraph load`" in done.stderr.splitlines()[-1]
    assert not engines(alone)


def test_a_program_that_forgets_to_close_leaves_no_graph_running(alone: dict[str, str]) -> None:
    assert ended(alone, str(COMMAND), "load").returncode == 0

    done = ended(alone, sys.executable, "-c", FORGETFUL)

    assert done.stderr == ""
    count, *engine, heard = done.stdout.split()
    assert (count, " ".join(engine).startswith("embedded (ArcadeDB"), heard) == ("66", True, "2")
    assert not engines(alone)


def engines(alone: dict[str, str]) -> list[int]:
    """The engines that run on that user's folder."""
    folder = Path(alone["XDG_DATA_HOME"]) / "lodegraph" / "engine"
    state = folder / "engine.json"
    named = json.loads(state.read_text())["pid"] if state.exists() else None
    at_work = [p.pid for p in psutil.process_iter(["cwd"]) if p.info["cwd"] == str(folder)]
    return [*at_work, *([named] if named in psutil.pids() else [])]
