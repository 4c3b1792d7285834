"""`make test ENGINES="…"`: the names are the same to whoever sets up and to whoever tests, and others are refused."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.neo4j_lines import ENGINES, LINES

ROOT = Path(__file__).parents[2]
NEO4J = (ROOT / "scripts" / "setup" / "neo4j.sh").read_text(encoding="utf-8")
SETUP = (ROOT / "scripts" / "setup-tests.sh").read_text(encoding="utf-8")


def test_the_set_up_knows_the_same_engines_and_images() -> None:
    assert f"ENGINE_NAMES='{' '.join(ENGINES)}'" in NEO4J
    looked_for = re.findall(r"find_neo4j (\S+) \S+ (\S+) ", SETUP)
    assert looked_for == [(line.version, line.variable) for line in LINES.values()]
    assert {line.official for line in LINES.values()} == {f"neo4j:{version}" for version, _ in looked_for}


@pytest.mark.parametrize(
    "command",
    [
        ["sh", "scripts/setup-tests.sh"],
        [sys.executable, "-m", "pytest", "--collect-only", "--engines", "embedded neo4j-4.4", "tests/unit"],
    ],
    ids=["set-up", "tests"],
)
def test_an_unknown_engine_is_refused_and_the_choice_is_named(command: list[str]) -> None:
    refused = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "ENGINES": "embedded neo4j-4.4", "SETUP": "no"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert refused.returncode != 0
    assert "there is no engine 'neo4j-4.4': choose from embedded" in refused.stderr
    assert "neo4j-2026.08" in refused.stderr
