"""The pages say what the code says: generated ones are up to date, and the README's commands exist."""

import re
import shlex
from pathlib import Path

import pytest
import typer.main

from lodegraph.cli.main import app
from lodegraph.docs.__main__ import generate_pages

TOP = Path(__file__).resolve().parents[2]
README = (TOP / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^lodegraph .*$", README, re.MULTILINE)
MADE = re.findall(r"^make (\w+)", README, re.MULTILINE)


@pytest.mark.parametrize("name", generate_pages())
def test_a_generated_page_is_up_to_date(name: str) -> None:
    assert (TOP / "docs" / name).read_text(encoding="utf-8") == generate_pages()[name], "run `make docs`"


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_of_the_readme_is_one_that_the_program_takes(line: str) -> None:
    words = shlex.split(line, comments=True)[1:]
    command = typer.main.get_command(app)
    while words and words[0] in getattr(command, "commands", {}):
        command = command.commands[words.pop(0)]  # type: ignore[attr-defined]
    command.make_context("lodegraph", words)


def test_the_readme_names_the_two_commands_and_each_is_a_target() -> None:
    targets = re.findall(r"^([a-z]+):", (TOP / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert {"run", "test"} <= set(MADE) <= set(targets)


def test_every_page_that_the_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert [link for link in links if not (TOP / link).exists()] == []


def test_every_command_has_help() -> None:
    group = typer.main.get_command(app)
    commands = [*group.commands.values(), *group.commands["query"].commands.values()]  # type: ignore[attr-defined]
    assert [c.name for c in commands if not c.help] == []
