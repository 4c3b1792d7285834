"""Values in plain questions beside names and days: texts in quotes, figures with their limits, terms, words of a list,
yes and no. What is said is filled, what may be meant otherwise is not, and nothing that was marked is left out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cypher.asking import ask
from cypher.asking.ask import Asking
from cypher.asking.marked import Bound, find_numbers, find_quoted
from cypher.asking.names import Names
from cypher.asking.patterns import Patterns
from cypher.own.read import check_draft
from cypher.saved import resolve
from tests.unit.test_own_queries import RULES, a_draft
from tests.unit.test_plain_questions import ASKING, CATALOG, NODES, offer_all, read

OWN = (
    a_draft(
        "MATCH (d:Deal {data_set: $data_set})\nWHERE d.stage = $stage\nRETURN d.name AS deal\nORDER BY deal",
        id="by-stage", title="Shelf by stage", question="What is on the shelf at this stage?",
        asked_as=["what is on the shelf at stage {stage}"],
        parameters=[{"name": "stage", "type": "term", "of": "Deal.stage", "meaning": "the stage"}],
    ),
    a_draft(
        "MATCH (d:Deal {data_set: $data_set})\nWHERE d.amount_value >= $least AND d.amount_unit = 'USD'\n"
        "RETURN d.name AS deal\nORDER BY deal",
        id="large", title="Large loans", question="Which loans are large?",
        asked_as=["which loans are at least {least}"],
        parameters=[{
            "name": "least", "type": "integer", "at_least": 0, "at_most": 10**12, "default": 0,
            "meaning": "the least amount, in dollars",
        }],
    ),
    a_draft(
        "MATCH (d:Deal {data_set: $data_set})\nWHERE d.name CONTAINS $word OR d.paraphrase CONTAINS $other\n"
        "RETURN d.name AS deal\nORDER BY deal",
        id="worded", title="Papers that have words", question="Which papers have these words?",
        asked_as=["papers whose title has {word}", "papers whose title has {word} or whose summary has {other}"],
        parameters=[
            {"name": "word", "type": "text", "default": "", "meaning": "words of the title"},
            {"name": "other", "type": "text", "default": "", "meaning": "words of the summary"},
        ],
    ),
)  # fmt: skip
QUERIES = (*CATALOG.queries, *(check_draft(draft, RULES) for draft in OWN))
WITH_OWN = Asking(CATALOG, Patterns(QUERIES), Names(NODES), offer_all, {n.id: n.name for n in NODES}, "2026")


def read_own(text: str) -> tuple[str, dict[str, str]] | None:
    best = ask(WITH_OWN, text).best
    return None if best is None else (best.query.id, dict(best.values))


@pytest.mark.parametrize(
    ("text", "query", "values"),
    [
        ('which things have the property "latitude"', "properties", {"property": "latitude"}),
        ("property 'kind' of Quarry Brothers", "properties", {"property": "kind", "node": "company/quarry"}),
        ("who has the value “tin”", "properties", {"value": "tin"}),
        (
            "show the value «open pit» of the property 'kind'",
            "properties",
            {"property": "kind", "value": "open pit"},
        ),
        ('partners of "Argentina"', "country-partners", {"country": "country/AR"}),
        ("Argentina's partners, agencies included", "country-partners", {"country": "country/AR", "agencies": "yes"}),
        (
            "partners of Argentina with agencies and companies",
            "country-partners",
            {"country": "country/AR", "agencies": "yes", "companies": "yes"},
        ),
        ("partners of Argentina but not agencies", "country-partners", {"country": "country/AR", "agencies": "no"}),
        ("deals on rare earths, kinds not counted", "mineral-deals", {"mineral": "mineral/rare-earths", "kinds": "no"}),
        ("what has no date and no place", "what-is-missing", {"lacking": "date,place"}),
        ("what happened in the first half of 2026", "between-two-days", {"days": "P6M/2026-06"}),
        ("what happened in H2 2025", "between-two-days", {"days": "P6M/2025-12"}),
        ("what happened in the third quarter of 2025", "between-two-days", {"days": "P3M/2025-09"}),
        ("what happened between March 2026 and May 2026", "between-two-days", {"days": "2026-03/2026-05"}),
        (
            "how is Deep Vault connected with Anna Stone in at most three steps",
            "connections",
            {"from": "initiative/deep-vault", "to": "person/anna-stone", "hops": "3"},
        ),
    ],
)  # fmt: skip
def test_what_a_question_says_is_filled_in(text: str, query: str, values: dict[str, str]) -> None:
    assert read(text) == (query, values)


@pytest.mark.parametrize(
    ("text", "query", "values"),
    [
        ("what is on the shelf at stage letter issued", "by-stage", {"stage": "letter_issued"}),
        ("what is on the shelf at stage Committed?", "by-stage", {"stage": "committed"}),
        ("which loans are at least 100 million", "large", {"least": "100000000"}),
        ("which loans are at least $1.5 billion", "large", {"least": "1500000000"}),
        ("which loans are 2,000,000 dollars or more", "large", {"least": "2000000"}),
        ("which loans are no less than USD 5 million", "large", {"least": "5000000"}),
        ("papers whose title has 'rail and road'", "worded", {"word": "rail and road"}),
        (
            "papers whose summary has 'rail' or whose title has 'road'",
            "worded",
            {"word": "road", "other": "rail"},
        ),
    ],
)
def test_own_queries_take_terms_figures_and_texts(text: str, query: str, values: dict[str, str]) -> None:
    assert read_own(text) == (query, values)


@pytest.mark.parametrize(
    "text",
    [
        "which loans are more than 100 million",  # another limit than the query's
        "which loans are at most 100 million",
        "which loans are about 100 million",
        "which loans are between 100 and 200 million",
        "which loans are at least €100 million",  # another currency
        "which loans are at least 100 million tons",
        "which loans are at least 9,000 billion",  # beyond its bounds
        "which loans are at least 1.5",
        "which loans are at least 5 million or at least 6 million",
        "what is on the shelf at stage committed or announced",  # one term is taken
        "what is on the shelf at stage far along",
        "papers whose title has rail",  # not in quotes
        "papers whose 'rail' has 'road'",
        "papers whose title has 'rail' 'road' 'sea'",
        "deals on tin over $100 million",  # nothing takes it, and it changes what is asked
        "deals on tin of at least 100 million",
        "deals on tin 'for the army'",
        "how is Deep Vault connected with Anna Stone in at least 3 steps",
        "how is Deep Vault connected with Anna Stone in more than three steps",
        "what happened in late 2026",
        "what happened in fiscal year 2025",
    ],
)
def test_what_may_be_meant_otherwise_is_not_guessed(text: str) -> None:
    assert read_own(text) is None


def test_what_was_marked_and_not_taken_is_told() -> None:
    readings = ask(ASKING, "deals on tin over $100 million")
    assert readings.best is None
    assert readings.others[0].query.id == "mineral-deals"
    assert {"100", "million"} <= set(readings.others[0].ignored)


def test_terms_and_texts_are_said_back_as_people_write_them() -> None:
    said = [ask(WITH_OWN, text).all[0].said for text in (
        "what is on the shelf at stage letter issued", "papers whose title has 'rail; the stage: x'",
    )]  # fmt: skip
    assert said == [
        "Shelf by stage — the stage: letter issued",
        "Papers that have words — words of the title: “rail; the stage: x”",
    ]


@pytest.mark.parametrize(
    ("text", "value", "bound", "unit"),
    [
        ("at least 100 million", 100_000_000, Bound.AT_LEAST, None),
        ("over $1.5bn", 1_500_000_000, Bound.MORE_THAN, "USD"),
        ("no more than 40,000 tonnes", 40_000, Bound.AT_MOST, "tons"),
        ("EUR 3 million or less", 3_000_000, Bound.AT_MOST, "EUR"),
        ("under 7", 7, Bound.LESS_THAN, None),
        ("some 20 %", 20, Bound.ABOUT, "per_cent"),
        ("the 54 countries", 54, Bound.NONE, "countries"),
    ],
)
def test_a_number_has_its_limit_and_unit(text: str, value: int, bound: Bound, unit: str | None) -> None:
    (number,) = find_numbers(text)
    assert (number.value, number.bound, number.unit) == (value, bound, unit)


@pytest.mark.parametrize("text", ["1.5", "at least 5 or more", "v2.0.1", "1,2,3", "A320", "10" * 30, "1/2"])
def test_what_is_no_whole_number_with_one_limit_is_none(text: str) -> None:
    assert list(find_numbers(text)) == []


def test_an_apostrophe_is_no_quote() -> None:
    assert [q.text for q in find_quoted("the owners' and the miners' papers, don't they")] == []
    assert [q.text for q in find_quoted("it's 'open pit', isn't it")] == ["open pit"]


HOSTILE = ["' OR 1=1 //", "`) DETACH DELETE n", "<script>", "$stage", "\u202e", "{value}", "“", "”", "'", '"', "«"]
PIECES = st.sampled_from(
    [*HOSTILE, "at least", "100 million", "$5", "stage", "committed", "with", "agencies", "included", "not", "property",
     "value", "which things have the property", "papers whose title has", "which loans are", "2026", "tin"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_whatever_is_marked_it_would_run_as_it_was_said_back(text: str) -> None:
    for reading in ask(WITH_OWN, text).all:
        values = resolve(reading.query.parameters, reading.values)
        for parameter in reading.query.parameters:
            if parameter.type == "text" and parameter.name in reading.values:
                value = str(values[parameter.name])
                assert value in " ".join(text.split())
                assert f"{parameter.meaning}: “{value}”" in reading.said
                assert not set('“”"«»„') & set(value)


@given(st.text(max_size=300))
def test_quotes_and_numbers_are_where_they_are_told_to_be(text: str) -> None:
    for number in find_numbers(text):
        assert text[number.start : number.end] == number.text
    ends = [0]
    for quoted in find_quoted(text):
        assert quoted.start >= ends[-1]
        ends.append(quoted.end)
