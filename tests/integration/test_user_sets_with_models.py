"""Sets as their authors wrote them, with a model beside: each that can be loaded answers its questions."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from cypher.connection import Graph
from cypher.saved import read_offered, run
from loader.load import load
from tests.integration.graphs import opened
from tests.integration.servers import Server, wipe
from tests.integration.test_user_sets_said import OTHER_LINE, as_text, questions
from tests.user_sets_with_models import ANSWERS, LOADED, MODELS, SAID, put_model_beside

FEWEST_ANSWERED = 85
"""Of the questions of the sets that can be loaded: may rise, and never fall."""


def list_answers(path: Path) -> list[dict[str, Any]]:
    """The answers of a set: its own, and those of the set as it is said today where it gives the same ones."""
    own = yaml.safe_load((MODELS / path.name / ANSWERS).read_text(encoding="utf-8"))
    same = {answer["question"] for answer in own if answer.get("as_said")}
    said = [answer for answer in questions(SAID / path.name) if answer["question"] in same]
    return [*said, *(answer for answer in own if "query" in answer)]


ASKED = [(path, answer) for path in LOADED for answer in list_answers(path)]


@pytest.fixture(scope="module")
def graph(engine: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """All that can be loaded, in one graph."""
    if engine.name == OTHER_LINE:
        pytest.skip("the other line of Neo4j has them")
    base = tmp_path_factory.mktemp("written")
    wipe(engine)
    with opened(engine) as found:
        for path in LOADED:
            load(found, put_model_beside(path, base))
        yield found
    wipe(engine)


def test_no_question_is_answered_less_than_before() -> None:
    assert len({(path.name, answer["question"]) for path, answer in ASKED}) >= FEWEST_ANSWERED


@pytest.mark.parametrize(
    ("path", "asked"),
    ASKED,
    ids=[f"{path.name[:2]}-{a['question']}-{a['query']}-{n}" for n, (path, a) in enumerate(ASKED)],
)
def test_a_question_has_the_answer_that_was_worked_out_by_hand(graph: Graph, path: Path, asked: dict[str, Any]) -> None:
    name = yaml.safe_load((path / "data_set.yaml").read_text(encoding="utf-8"))["name"]
    shown = run(graph, read_offered(graph, name).get(asked["query"]), asked.get("given", {}), name).as_rows()
    rows = [dict(zip(shown.columns, map(as_text, row), strict=True)) for row in shown.rows]
    for expected in asked["rows"]:
        wanted = {column: as_text(value) for column, value in expected.items()}
        assert any(wanted.items() <= row.items() for row in rows), (wanted, rows)
    for never in asked.get("not", []):
        unwanted = {column: as_text(value) for column, value in never.items()}
        assert not any(unwanted.items() <= row.items() for row in rows), unwanted
    if "count" in asked:
        assert len(rows) == asked["count"], rows


def test_a_thing_keeps_the_word_that_its_record_has_for_it(graph: Graph) -> None:
    rows = graph.rows(
        "MATCH ()-[r:OWNS {data_set: $data_set}]->() WHERE r.own_type IS NOT NULL RETURN r.own_type, r.role",
        {"data_set": "registry-of-owners"},
    )
    assert [list(row) for row in rows] == [["PARENT_OF", "owner"]]
