"""docs/articles.md: its commands are run in order, its files written, and its answers are those that come."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.invented_articles import INVENTED
from tests.unit.test_command_line import Command

PAGE = Path(__file__).parents[2] / "docs" / "articles.md"
BLOCK = re.compile(r"(?:^`(?P<file>[\w/.-]+)`\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.delenv("LODEGRAPH_ARTICLES", raising=False)
    yield Command(monkeypatch, capsys)


def test_what_the_page_says_is_what_the_commands_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: Command
) -> None:
    monkeypatch.chdir(tmp_path)
    answered, blocks = "", list(BLOCK.finditer(PAGE.read_text("utf-8")))
    for block in blocks:
        if block["kind"] == "yaml":
            (tmp_path / block["file"]).write_text(block["text"], "utf-8")
        elif block["kind"] == "text":
            assert block["text"] in answered
        for line in block["text"].splitlines() if block["kind"] == "sh" else ():
            _, *arguments = shlex.split(line)
            ended = command(*arguments)
            assert ended.status == 0, ended.out + ended.err
            answered = ended.out
            if arguments[0] == "new":
                shutil.copy(INVENTED / "harbour-gazette.txt", tmp_path / "tin-notes" / "articles")
    assert len(blocks) > 12
