"""Saved queries against answers that were worked out from records before the queries were written."""

import pytest

from cypher.connection import Graph
from cypher.saved import run
from tests.integration.by_hand import Answer, read_all

ASKED = [pytest.param(b.query, a, id=f"{b.query}-{n}") for b in read_all() for n, a in enumerate(b.answers)]


@pytest.mark.parametrize(("query", "answer"), ASKED)
def test_what_is_found_is_what_was_worked_out(every_set: Graph, query: str, answer: Answer) -> None:
    found = run(every_set, answer.catalog().get(query), answer.given, answer.data_set)
    answer.check(found)
