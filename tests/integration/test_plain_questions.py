"""A hundred wordings on the shipped records, each with what is right; and what runs is what was said back."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from cypher.asking import Asking, ask, open_asking
from cypher.asking.reading import say_back
from cypher.connection import Graph
from cypher.saved import resolve, run
from lodegraph import open_graph
from tests.integration.servers import Server
from tests.integration.test_commands import lodegraph
from tests.shipped import CATALOG

WORDINGS = Path(__file__).parent / "wordings"
LEAST_RIGHT = 80
MOST_WRONG = 5
"""Of a hundred, first readings that are right, and such as are not and would run."""


@dataclass(frozen=True)
class Wording:
    """A question with what is right: a query with all its values, or none."""

    asks: str
    query: str | None
    values: dict[str, Any]


def read_wordings(name: str) -> list[Wording]:
    """The wordings of a file, in which values that are left out are the query's usual ones."""
    found = []
    for entry in yaml.safe_load((WORDINGS / f"{name}.yaml").read_text(encoding="utf-8")):
        given = {key: str(value) for key, value in (entry.get("parameters") or {}).items()}
        query = entry["query"]
        found.append(Wording(entry["asks"], query, resolve(CATALOG.get(query).parameters, given) if query else {}))
    return found


def judge(asking: Asking, wording: Wording) -> str:
    """Whether the first reading is right, is none, or is wrong and would run."""
    readings = ask(asking, wording.asks)
    if readings.best is None:
        return "right" if wording.query is None else "none"
    best = readings.best
    values = resolve(best.query.parameters, best.values)
    if best.query.id == wording.query and values == wording.values:
        return "right"
    return "asks back" if readings.is_close else "wrong"


@pytest.fixture
def asking(graph: Graph) -> Asking:
    return open_asking(graph, CATALOG, "critical-minerals-2026")


def test_of_a_hundred_wordings_most_are_read_right_and_few_that_are_not_would_run(asking: Asking) -> None:
    judged = Counter(judge(asking, wording) for name in ("ours", "fresh") for wording in read_wordings(name))
    assert judged.total() == 100
    assert judged["right"] >= LEAST_RIGHT, judged
    assert judged["wrong"] <= MOST_WRONG, judged


def test_what_is_said_back_is_what_runs(graph: Graph, asking: Asking) -> None:
    for wording in read_wordings("ours"):
        for reading in ask(asking, wording.asks).all:
            answer = run(graph, reading.query, reading.values, "critical-minerals-2026")
            ran = {name: str(value) for name, value in answer.parameters.items() if name in reading.values}
            assert say_back(answer.query, ran, asking.called) == reading.said


def test_the_library_gives_readings_and_running_one_is_a_second_step(configured: None) -> None:
    with open_graph() as opened:
        readings = opened.ask("What did Korea Zinc get, and from whom?")
        assert readings.best is not None
        assert readings.best.said.endswith(
            "the company, project, initiative or agency: Korea Zinc (company/korea-zinc)"
        )
        answer = opened.run(readings.best.query.id, readings.best.values)
        assert answer.totals is not None
        assert opened.ask("the weather on the moon").best is None


def test_the_command_says_back_what_it_then_runs(server: Server) -> None:
    said = lodegraph(server, "ask", "deals", "on", "tungsten")
    assert said.returncode == 0
    assert said.stdout.startswith("I read this as: A mineral's deals — the mineral: Tungsten (mineral/tungsten)")
    assert "lodegraph query run mineral-deals --param mineral=mineral/tungsten" in said.stdout
    ran = lodegraph(server, "ask", "--run", "--format", "json", "deals on tungsten")
    by_hand = lodegraph(
        server, "query", "run", "mineral-deals", "--param", "mineral=mineral/tungsten", "--format", "json"
    )
    assert "I read this as: A mineral's deals — the mineral: Tungsten (mineral/tungsten)" in ran.stderr
    assert json.loads(ran.stdout) == json.loads(by_hand.stdout)


def test_a_question_that_no_query_answers_is_told_as_such_and_runs_nothing(server: Server) -> None:
    said = lodegraph(server, "ask", "--run", "What is the price of copper today?")
    assert said.returncode == 1
    assert said.stdout.startswith("I have no question like that.")
    assert "recognised: copper (Copper)" in said.stderr
    assert "nothing was run" in said.stderr
    as_json = lodegraph(server, "ask", "price of copper", "--format", "json")
    assert (as_json.returncode, json.loads(as_json.stdout)["understood"]) == (1, False)
    assert lodegraph(server, "ask", "owners of Glencore", "--format", "csv").returncode == 2
    assert lodegraph(server, "ask", "???").returncode == 2
