"""The pages say what the code says: generated ones are up to date, and the README's commands exist."""

import re
import shlex
from pathlib import Path

import pytest
import typer.main

from cypher.saved import read_given
from lodegraph.cli.main import app
from lodegraph.docs.__main__ import generate_pages
from lodegraph.docs.category_pages import make_anchor
from tests.shipped import CATALOG

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


PAGES = sorted((TOP / "docs" / "queries").glob("*.md"))


def anchors_of(text: str) -> set[str]:
    return {make_anchor(title) for title in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}


def test_the_index_of_saved_queries_leads_to_each_on_the_page_of_its_category() -> None:
    index = (TOP / "docs" / "queries.md").read_text(encoding="utf-8")
    links = re.findall(r"\[`([a-z0-9-]+)`\]\((queries/[a-z-]+\.md)#([^)]+)\)", index)
    assert {query for query, _, _ in links} == {query.id for query in CATALOG.queries}
    for _, page, anchor in links:
        assert anchor in anchors_of((TOP / "docs" / page).read_text(encoding="utf-8"))


def test_links_to_a_query_in_the_index_still_lead_there() -> None:
    index = anchors_of((TOP / "docs" / "queries.md").read_text(encoding="utf-8"))
    assert {make_anchor(query.title) for query in CATALOG.queries} <= index
    assert {make_anchor(category) for category in CATALOG.categories} <= index


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_a_command_beside_an_example_is_one_that_the_program_takes(page: Path) -> None:
    lines = re.findall(r"^lodegraph query run .*$", page.read_text(encoding="utf-8"), re.MULTILINE)
    run = typer.main.get_command(app).commands["query"].commands["run"]  # type: ignore[attr-defined]
    for line in lines:
        asked = run.make_context("run", shlex.split(line)[3:]).params
        given = dict(pair.split("=", 1) for pair in asked["param"] or ())
        read_given(CATALOG.get(asked["query_id"]).parameters, given)
