"""A picture kept as a query: it names what is in it and nothing else, and passes the guard whatever its ids hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cypher.guard import check_typed
from cypher.guard.tokens import Kind, read_tokens
from cypher.model import built_in_model
from cypher.own import TooLarge, check_draft, draft_picture, read_draft, rules_of, write_draft

RULES = rules_of(built_in_model())
NODES, TIES = ["country/PE", "agency/exim"], ["agency/exim|FUNDS|deal/x"]


def test_what_is_kept_is_a_query_of_a_network_of_these_ids_in_the_data_set() -> None:
    query = check_draft(draft_picture("My picture", NODES, TIES), RULES)
    assert (query.id, query.title, query.view, query.own) == ("my-picture", "My picture", "network", True)
    assert "['agency/exim', 'country/PE'] AS ids" in query.text
    assert "['agency/exim|FUNDS|deal/x'] AS ties" in query.text
    assert query.text.count("{data_set: $data_set}") == 2
    assert query.parameters == ()


def test_a_picture_without_relationships_is_its_nodes() -> None:
    query = check_draft(draft_picture("Lone", NODES, ()), RULES)
    assert "[] AS ties" in query.text


@given(st.lists(st.text(alphabet="$idstea'\\\"`/{}$\n;", max_size=9), min_size=1, max_size=4, unique=True))
def test_ids_are_text_whatever_they_hold(ids: list[str]) -> None:
    draft = draft_picture("T", ids, ids)
    assert check_typed(draft.text).parameters == ("data_set",)
    strings = [token for token in read_tokens(draft.text) if token.kind is Kind.TEXT]
    assert len(strings) == 2 * len(ids)
    assert read_draft("t.cypher", write_draft(draft)).text == draft.text


def test_a_title_of_others_signs_is_a_title() -> None:
    query = check_draft(draft_picture("# x: [y] // <b>{{own}}", NODES, TIES), RULES)
    assert query.title == "# x: [y] // <b>{{own}}"


def test_a_picture_that_is_too_large_is_refused_with_what_to_do() -> None:
    with pytest.raises(TooLarge, match=r"2,000 nodes and 0 relationships.*hide or filter"):
        draft_picture("T", [f"deal/d{n}" for n in range(2_000)], ())
