"""A saved query that is wrong in one place fails a test: what is changed stands in query_mutations.yaml.

The test that has to fail is `test_<id>` of the worked answers, or the query's file of answers by hand.
"""

import inspect
from collections.abc import Callable, Iterator

import pytest

from cypher.connection import Graph
from cypher.saved import run
from tests.integration import test_worked_answers, test_worked_over_time, test_worked_shipped_answers, worked_asks
from tests.integration.by_hand import BY_SET, read_all
from tests.integration.query_mutations import MUTATIONS, Mutation
from tests.shipped import CATALOG

pytestmark = pytest.mark.one_line

MODULES = (test_worked_answers, test_worked_over_time, test_worked_shipped_answers)
BY_HAND = {b.query: b.answers for b in read_all()}
IDS = {q.id for catalog in (worked_asks.CATALOG, CATALOG) for q in catalog.queries}


def test_every_query_has_a_mutation() -> None:
    assert {m.query for m in MUTATIONS} == IDS


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda m: f"{m.query}: {m.says}")
def test_a_query_with_one_thing_wrong_is_noticed(
    every_set: Graph, mutation: Mutation, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks = list(_checks(every_set, mutation, monkeypatch))
    assert checks, "nothing is worked out for it"
    assert any(_fails(check) for check in checks), "no test notices"


def _fails(check: Callable[[], None]) -> bool:
    try:
        check()
    except AssertionError:
        return True
    return False


def _checks(graph: Graph, mutation: Mutation, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """The checks of that query's answers, which ask the spoiled one."""
    spoiled = {name: mutation.spoil_in(catalog) for name, catalog in BY_SET.items()}
    for answer in BY_HAND.get(mutation.query, ()):
        query = spoiled[answer.of].get(mutation.query)
        yield lambda a=answer, q=query: a.check(run(graph, q, a.given, a.data_set))  # type: ignore[misc]
    monkeypatch.setattr(test_worked_shipped_answers, "CATALOG", spoiled["shipped"])
    worked = spoiled["worked"]
    fixtures = {
        "ask": lambda query, **given: run(graph, worked.get(query), given, "worked"),
        "ask_changed": lambda query, **given: run(graph, worked.get(query), given, "changed"),
        "graph": graph,
    }
    for test in (vars(m).get(f"test_{mutation.query.replace('-', '_')}") for m in MODULES):
        if test is not None:
            named = {name: fixtures[name] for name in inspect.signature(test).parameters}
            yield lambda t=test, n=named: t(**n)  # type: ignore[misc]
