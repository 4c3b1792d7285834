"""Questions that are kept: written into an address and read back as they were, and nothing else is read."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.state.questions import (
    LONGEST,
    MOST_PINNED,
    Question,
    describe_question,
    make_question,
    put_first,
    read_questions,
    toggle,
    write_questions,
)
from tests.shipped import CATALOG

FUNDER = CATALOG.get("money-by-funder")
IDS = st.sampled_from([q.id for q in CATALOG.queries])
VALUES = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    query = CATALOG.get(draw(IDS))
    return Question(query.id, tuple((p.name, draw(VALUES)) for p in query.parameters if draw(st.booleans())))


@given(st.lists(questions(), max_size=MOST_PINNED, unique=True))
def test_what_is_pinned_comes_back_from_the_address_as_it_was(pinned: list[Question]) -> None:
    kept = [q for q in pinned if len(q.write()) <= LONGEST]
    assert read_questions(write_questions(kept), CATALOG.queries) == tuple(kept)


@given(st.text(max_size=200))
def test_an_address_brings_only_questions_that_there_are(text: str) -> None:
    for question in read_questions(text, CATALOG.queries):
        names = {p.name for p in CATALOG.get(question.query).parameters}
        assert {name for name, _ in question.given} <= names


def test_values_that_are_the_usual_ones_are_not_said() -> None:
    usual = {p.name: p.default for p in FUNDER.parameters}
    assert make_question(FUNDER, usual) == Question("money-by-funder")
    asked = make_question(FUNDER, {**usual, "funder": "agency/dfc"})
    assert asked == Question("money-by-funder", (("funder", "agency/dfc"),))
    assert asked.make_address() == {"query": "money-by-funder", "p.funder": "agency/dfc"}
    assert describe_question(asked, "Money by funder") == "Money by funder (agency/dfc)"


def test_the_latest_comes_first_and_a_pin_is_taken_back_by_the_same_press() -> None:
    one, two, three = Question("sources"), Question("all-money"), Question("coverage")
    assert put_first((one, two), two, 2) == (two, one)
    assert put_first((one, two), three, 2) == (three, one)
    assert toggle(toggle((one,), two), one) == (two,)
    full = tuple(Question("coverage", (("article", str(n)),)) for n in range(MOST_PINNED))
    assert toggle(full, one) == full
