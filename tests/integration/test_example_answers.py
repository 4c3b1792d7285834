"""The example answers on the pages of saved queries are what the shipped records answer."""

import pytest

from cypher.connection import Graph
from cypher.saved import SavedQuery
from cypher.status import current_data_set
from lodegraph.docs.example_answers import MOST_ROWS, ask_example, read_examples
from tests.shipped import CATALOG

KEPT = read_examples()


@pytest.mark.parametrize("query", CATALOG.queries, ids=lambda query: query.id)
def test_an_example_answer_is_the_present_one(graph: Graph, query: SavedQuery) -> None:
    asked = ask_example(graph, query, current_data_set(graph).name)
    assert asked == KEPT.get(query.id), "run `python -m lodegraph.docs --answers`"


def test_no_answer_is_kept_of_a_query_that_is_gone_or_longer_than_a_page_shows() -> None:
    assert set(KEPT) <= {query.id for query in CATALOG.queries}
    assert max(len(one.rows) for one in KEPT.values()) == MOST_ROWS
