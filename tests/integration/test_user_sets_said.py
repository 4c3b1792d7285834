"""Twenty sets of other trades, said in today's model: each loads whole beside the others and answers its questions."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from cypher.connection import Graph
from cypher.results import Value
from cypher.saved import read_offered, run
from loader.check import check
from loader.load import load
from tests.integration.graphs import opened
from tests.integration.servers import Server, wipe

FOLDER = Path(__file__).parents[1] / "user_sets_said"
SETS = sorted(path for path in FOLDER.iterdir() if path.is_dir())
ANSWERS = "answers.yaml"
"""No file of records: it is read here alone."""
OTHER_LINE = "neo4j-2026.08"
FEWEST_ANSWERED = 100
"""Of the hundred questions: may rise, and never fall."""


def questions(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((path / ANSWERS).read_text(encoding="utf-8"))
    return found


ANSWERED = [(path, q) for path in SETS for q in questions(path) if "query" in q]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Mapping[Path, Path]:
    """By set, a copy of its records alone."""
    base = tmp_path_factory.mktemp("said")
    return {p: Path(shutil.copytree(p, base / p.name, ignore=shutil.ignore_patterns(ANSWERS))) for p in SETS}


@pytest.fixture(scope="module")
def graph(engine: Server, folders: Mapping[Path, Path]) -> Iterator[Graph]:
    """All twenty in one graph; one line of Neo4j is enough, since twenty loads take their time."""
    if engine.name == OTHER_LINE:
        pytest.skip("the other line of Neo4j has them")
    wipe(engine)
    with opened(engine) as found:
        for folder in folders.values():
            load(found, folder)
        yield found
    wipe(engine)


@pytest.mark.parametrize("path", SETS, ids=lambda p: p.name)
def test_each_checks_clean_and_speaks_of_all_five_questions(path: Path, folders: Mapping[Path, Path]) -> None:
    assert [str(p) for p in check(folders[path]).problems] == []
    assert sorted({q["question"] for q in questions(path)}) == [1, 2, 3, 4, 5]
    assert all(("query" in q) != ("unanswered" in q) for q in questions(path))


def test_no_question_is_answered_less_than_before() -> None:
    assert len({(path.name, q["question"]) for path, q in ANSWERED}) >= FEWEST_ANSWERED


@pytest.mark.parametrize(
    ("path", "asked"), ANSWERED, ids=[f"{path.name[:2]}-{q['question']}-{q['query']}" for path, q in ANSWERED]
)
def test_a_question_has_the_answer_that_was_worked_out_by_hand(graph: Graph, path: Path, asked: dict[str, Any]) -> None:
    name = yaml.safe_load((path / "data_set.yaml").read_text(encoding="utf-8"))["name"]
    query = read_offered(graph, name).get(asked["query"])
    shown = run(graph, query, asked.get("given", {}), name).as_rows()
    rows = [dict(zip(shown.columns, map(as_text, row), strict=True)) for row in shown.rows]
    for expected in asked["rows"]:
        wanted = {column: as_text(value) for column, value in expected.items()}
        assert any(wanted.items() <= row.items() for row in rows), (wanted, rows)
    for never in asked.get("not", []):
        unwanted = {column: as_text(value) for column, value in never.items()}
        assert not any(unwanted.items() <= row.items() for row in rows), unwanted
    if "count" in asked:
        assert len(rows) == asked["count"], rows


def as_text(value: Value) -> str:
    """A cell as it is compared: numbers, dates and lists as people read them."""
    if isinstance(value, list | tuple):
        return ", ".join(map(as_text, value))
    return "" if value is None else str(value)
