"""Saved queries are found by words, and files of one's own are looked at before anybody runs them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cypher.model import built_in_model
from cypher.saved import SavedQuery, read_catalog
from cypher.saved.catalog import FOLDER
from cypher.saved.find_queries import find_queries
from cypher.saved.lint import lint_query
from lodegraph.cli.query import app

MODEL = built_in_model()
GOOD = "// id: mine\n// title: Mine\n// question: What?\n// view: table\nMATCH (c:Country {data_set: $data_set})\n"


def query(name: str, title: str, question: str = "Which?", text: str = "MATCH (n) RETURN n.id AS id") -> SavedQuery:
    return SavedQuery(id=name, title=title, question=question, category="c", view="table", text=text, model=MODEL)


def ids(words: str, *queries: SavedQuery) -> list[str]:
    return [found.query.id for found in find_queries(queries, words)]


def test_words_in_a_title_come_before_words_in_a_question_and_in_cypher() -> None:
    made = (
        query("a", "Other", text="MATCH (n:Mineral) RETURN n.id AS id"),
        query("b", "Another", "Of which mineral?"),
        query("c", "Mínerals of a place"),
        query("d", "Nothing of it"),
    )
    assert ids("mineral", *made) == ["c", "b", "a"]
    assert ids("MINERALS", *made) == ["c"]
    assert [f.found_in for f in find_queries(made, "mineral place")] == [("title",)]


def test_every_word_must_be_there_and_no_word_finds_nothing() -> None:
    made = (query("a", "Money of a country", "Who pays?"), query("b", "Money"))
    assert ids("money pays", *made) == ["a"]
    assert ids("money gold", *made) == ids("", *made) == ids(" ?! ", *made) == []


def test_every_shipped_query_is_found_by_its_title() -> None:
    catalog = read_catalog(MODEL)
    for one in catalog.queries:
        assert one.id in ids(one.title, *catalog.queries)


def test_the_command_tells_where_the_words_stand() -> None:
    found = CliRunner().invoke(app, ["search", "mineral", "money", "--format", "json"])
    told = json.loads(found.stdout)
    assert told[0]["id"] == "money-by-mineral"
    assert "money-without-a-mineral" in {one["id"] for one in told[1:]}
    assert told[0]["found_in"] == ["title"]
    nothing = CliRunner().invoke(app, ["search", "xyzzy", "--format", "json"])
    assert (nothing.exit_code, json.loads(nothing.stdout)) == (0, [])


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*/*.cypher")), ids=lambda path: path.stem)
def test_nothing_is_to_be_mended_in_a_shipped_query(path: Path) -> None:
    assert lint_query(path, MODEL) == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (GOOD + "RETURN c.id AS id, $most AS n\n", None),
        (GOOD + "SET c.x = 1 RETURN c.id AS id\n", "mine.cypher:6:1: SET does not only read"),
        (GOOD + "MATCH (c)-[:LOVES]->(d) RETURN d.id AS id\n", "mine.cypher:6:13: 'LOVES' is no label"),
        (GOOD + "RETURN $year AS id\n", "mine.cypher:6:8: $year is used"),
        (GOOD + "WHERE c.id <> 'country/US'\nRETURN c.id AS id\n", "mine.cypher:6:15: country/US is of one data set"),
        (GOOD + "// not 'country/US'\nRETURN c.id AS id\n", None),
        (GOOD.replace("table\n", "table\n// data_set: x\n") + "WHERE c.id <> 'country/US'\nRETURN c.id AS id\n", None),
        (GOOD.replace("// view: table\n", "") + "RETURN c.id AS id\n", "view: "),
        (GOOD + "RETURN apoc.text.join([c.id], '') AS id\n", "mine.cypher:6:8: the function apoc.text.join"),
        (GOOD + "UNWIND range(1, 100000000) AS x RETURN c.id AS id\n", "mine.cypher:6:8: its range has 100,000,000"),
        (GOOD + "RETURN eval(c.id) AS id\n", "mine.cypher:6:8: the function eval"),
        ("RETURN 1\n", "mine.cypher:1:1: begins with no header"),
    ],
)
def test_a_problem_is_told_with_line_and_column(tmp_path: Path, text: str, problem: str | None) -> None:
    path = tmp_path / "mine.cypher"
    path.write_text(text, encoding="utf-8")
    found = CliRunner().invoke(app, ["lint", str(path), "--format", "json"])
    problems = json.loads(found.stdout)["problems"]
    assert found.exit_code == (1 if problem else 0)
    assert len(problems) == (1 if problem else 0)
    assert problem is None or problem in problems[0]


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    found = CliRunner().invoke(app, ["lint", str(tmp_path / "none.cypher")])
    assert found.exit_code == 2
