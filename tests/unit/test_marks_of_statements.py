"""What is wrong with a statement is marked where it stands, with the near name, and what may be right is left alone."""

import pytest

from cypher.model import built_in_model
from cypher.own.marks import MOST_MARKS, find_marks

MODEL = built_in_model()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", []),
        ("MATCH (d:Deal)-[:FUNDS]-(a:Agency) WHERE d.stage = 'signed' RETURN a.name AS name", []),
        (
            "MATCH (d:Dael) RETURN d",
            ["line 1, column 10: there is no label or relationship type Dael (did you mean Deal?)"],
        ),
        (
            "MATCH (d:Deal)\nRETURN d.nmae AS x",
            ["line 2, column 10: no label or type has a property nmae (did you mean name?)"],
        ),
        (
            "MATCH (d:Deal {idd: 1}) RETURN d",
            ["line 1, column 16: no label or type has a property idd (did you mean id?)"],
        ),
        ("UNWIND [{zzzz: 1}] AS row RETURN row.zzzz AS x", []),
        ("MATCH (d:Deal {id: $dael}) RETURN d", ["line 1, column 20: $dael has no value (did you mean deal?)"]),
        ("MATCH (n)\nDELETE n", ["line 2, column 1: DELETE writes: only reading is possible here"]),
        ("RETURN 'open", ["line 1, column 8: a text in quotes begins and is not closed"]),
    ],
)  # fmt: skip
def test_a_mark_says_where_and_what_may_be_meant(text: str, said: list[str]) -> None:
    found = [str(mark) for mark in find_marks(text, MODEL, ["deal"])]
    assert len(found) == len(said)
    for mark, words in zip(found, said, strict=True):
        assert mark.startswith(words)


def test_only_what_the_guard_refuses_keeps_a_statement_from_running() -> None:
    assert [m.refuses for m in find_marks("MATCH (n:Dael)\nDELETE n", MODEL)] == [False, True]
    assert len(find_marks("MATCH " + ", ".join(f"(n{i}:Dael)" for i in range(60)), MODEL)) == MOST_MARKS


def test_every_saved_query_is_free_of_marks_on_names() -> None:
    from cypher.saved import read_catalog
    from cypher.text.template import PLACE

    texts = {q.id: PLACE.sub("Deal", q.text) for q in read_catalog(MODEL).queries}
    assert {i: found for i, text in texts.items() if (found := [str(m) for m in find_marks(text, MODEL)])} == {}
