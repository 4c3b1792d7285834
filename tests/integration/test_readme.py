"""The README's commands, run as they stand there, on a real server."""

import re
import shlex
from pathlib import Path

import pytest

from tests.integration.servers import Server
from tests.integration.test_commands import lodegraph

pytestmark = pytest.mark.one_line

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")


def test_the_commands_of_the_readme_work(clean_graph: Server) -> None:
    lines = dict.fromkeys(re.findall(r"^lodegraph (?!run).*$", README, re.MULTILINE))
    assert len(lines) >= 8
    assert lodegraph(clean_graph, "load").returncode == 0
    for line in lines:
        done = lodegraph(clean_graph, *shlex.split(line, comments=True)[1:])
        assert done.returncode == 0, f"{line}:\n{done.stderr}"
        assert done.stdout, line
