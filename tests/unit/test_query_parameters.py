"""Parameters of saved queries: what they take, and what a reader is told who gives something else."""

from datetime import date

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st
from pydantic import ValidationError

from cypher.model import built_in_model
from cypher.saved import BadParameter, Parameter, read_given, resolve
from cypher.saved.labels import fill_labels
from cypher.saved.parameters import ParameterType
from tests.shipped import CATALOG

MODEL = built_in_model()

HOPS = Parameter(name="hops", type=ParameterType.INTEGER, meaning="the longest", default=6, at_least=1, at_most=8)
NODE = Parameter(name="node", type=ParameterType.NODE, meaning="the middle", default="country/CD", labels=("Country",))


def test_what_is_not_given_has_its_default() -> None:
    assert resolve((HOPS, NODE), {}) == {"hops": 6, "node": "country/CD"}
    assert resolve((HOPS, NODE), {"node": "country/GN"}) == {"hops": 6, "node": "country/GN"}


@pytest.mark.parametrize("given", [1, "1", 8, " 8 "])
def test_a_number_within_its_bounds_is_taken_as_a_number(given: str | int) -> None:
    assert resolve((HOPS,), {"hops": given}) == {"hops": int(given)}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("0", "hops: 0 is not between 1 and 8"),
        (9, "hops: 9 is not between 1 and 8"),
        ("-1", "is not between"),
        ("many", "hops: 'many' is not a whole number"),
        ("1.5", "is not a whole number"),
        ("", "is not a whole number"),
    ],
)
def test_a_number_out_of_bounds_is_refused_with_the_bounds(given: str | int, said: str) -> None:
    with pytest.raises(BadParameter, match=said):
        resolve((HOPS,), {"hops": given})


def test_an_unknown_parameter_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(BadParameter, match=r"there is no parameter 'hop' \(did you mean hops\?\): it takes hops, node"):
        resolve((HOPS, NODE), {"hop": 3})
    with pytest.raises(BadParameter, match="it takes none"):
        resolve((), {"hop": 3})


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"type": "integer", "default": 3}, "an integer has at_least and at_most"),
        ({"type": "integer", "default": 9, "at_least": 1, "at_most": 8}, "its default is not between 1 and 8"),
        ({"type": "term"}, "a term says whose terms it takes"),
        ({"type": "text", "of": "Deal.stage"}, "and nothing else does"),
        ({"type": "node"}, "a node has labels to choose from"),
        ({"name": "Node"}, "name"),
    ],
)
def test_a_declaration_that_offers_no_sound_choice_is_refused(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Parameter.model_validate({"name": "x", "type": "text", "meaning": "it", "default": "a"} | wrong)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"type": "term", "of": "Deal.colour"}, ["parameter x: Deal.colour is no property of the model"]),
        ({"type": "term", "of": "Ship.flag"}, ["parameter x: Ship.flag is no property of the model"]),
        ({"type": "node", "labels": ["Deal", "Ship"]}, ["parameter x: there is no label 'Ship'"]),
        ({"type": "term", "of": "Deal.instrument"}, []),
    ],
)
def test_a_declaration_that_names_what_the_model_lacks_has_a_problem(wrong: dict[str, object], said: list[str]) -> None:
    parameter = Parameter.model_validate({"name": "x", "meaning": "it", "default": "a"} | wrong)
    assert list(parameter.problems(MODEL)) == said


def test_a_value_that_neither_the_query_nor_the_data_set_gives_is_asked_for() -> None:
    bare = NODE.model_copy(update={"default": None})
    assert resolve((bare,), {"node": "country/GN"}) == {"node": "country/GN"}
    with pytest.raises(BadParameter, match="node: these records have no default for it: give the middle"):
        resolve((bare,), {})
    assert read_given((bare, HOPS), {"hops": "3"}) == {"hops": 3}


def test_every_shipped_query_runs_with_its_defaults() -> None:
    for query in CATALOG.queries:
        assert set(resolve(query.parameters, {})) == {p.name for p in query.parameters}


KINDS = Parameter.model_validate({"name": "kinds", "type": "yes_no", "meaning": "with kinds", "default": True})


@pytest.mark.parametrize(("given", "read"), [("yes", "yes"), (" No ", "no"), (True, "yes"), ("false", "no")])
def test_yes_and_no_are_taken_in_the_words_that_people_and_yaml_have(given: str | int, read: str) -> None:
    assert resolve((KINDS,), {"kinds": given}) == {"kinds": read}
    assert resolve((KINDS,), {}) == {"kinds": "yes"}


@pytest.mark.parametrize("given", ["", "maybe", 1])
def test_what_is_neither_yes_nor_no_is_refused(given: str | int) -> None:
    with pytest.raises(BadParameter, match="is neither yes nor no: write yes or no"):
        resolve((KINDS,), {"kinds": given})


def test_a_question_of_yes_or_no_starts_from_one_of_them() -> None:
    with pytest.raises(ValidationError, match="its default is yes or no"):
        Parameter(name="kinds", type=ParameterType.YES_NO, meaning="with kinds")


@pytest.mark.parametrize(("kinds", "kept"), [("yes", "MATCH (a)\nMATCH (k)"), ("no", "MATCH (a)\nMATCH (n)")])
def test_lines_of_a_query_stand_where_yes_or_no_is_given(kinds: str, kept: str) -> None:
    text = "MATCH (a)\nMATCH (k) // with kinds\nMATCH (n) // without kinds"
    assert fill_labels(text, (KINDS,), {"kinds": kinds}, MODEL) == kept


DAY = Parameter(name="as_of", type=ParameterType.DAY, meaning="the day", default="")
ANY_NODE = NODE.model_copy(update={"default": ""})


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2025-06-30", "2025-06-30"),
        ("2025-06", "2025-06-30"),
        ("2024-02", "2024-02-29"),
        (" 2025 ", "2025-12-31"),
        ("", ""),
        (" ", ""),
    ],
)
def test_a_month_or_year_is_its_last_day_and_none_may_be_given(given: str, day: str) -> None:
    assert resolve((DAY,), {"as_of": given}) == {"as_of": day}
    assert resolve((DAY,), {}) == {"as_of": ""}


@pytest.mark.parametrize(
    "given", ["yesterday", "2025-13", "2026-02-30", "P3M/2025-09", "Q3 2025", "30.6.2025", "20260301", "٢٠٢٦-٠٣-٠١"]
)
def test_what_is_no_day_is_refused_with_what_to_write(given: str) -> None:
    with pytest.raises(BadParameter) as told:
        resolve((DAY,), {"as_of": given})
    assert "such as 2025-06-30, or a month or year by its end" in str(told.value) + told.value.remedy


def test_a_day_without_an_empty_default_must_be_given() -> None:
    with pytest.raises(BadParameter):
        resolve((DAY.model_copy(update={"default": None}),), {"as_of": ""})


DAYS = Parameter(name="days", type=ParameterType.DAYS, meaning="the days")


@pytest.mark.parametrize(
    ("given", "days"),
    [
        ("2026-02-02/2026-02-04", "2026-02-02/2026-02-04"),
        (" 2026-02-02 / 2026-02-02 ", "2026-02-02/2026-02-02"),
        ("2025-06/2025-08", "2025-06-01/2025-08-31"),
        ("2024/2024-02", "2024-01-01/2024-02-29"),
        ("2025-06", "2025-06-01/2025-06-30"),
        ("2025", "2025-01-01/2025-12-31"),
        ("P3M/2025-09", "2025-07-01/2025-09-30"),
    ],
)
def test_a_span_of_days_begins_with_the_first_of_a_month_and_ends_with_the_last(given: str, days: str) -> None:
    assert resolve((DAYS,), {"days": given}) == {"days": days}
    assert resolve((DAYS,), {"days": days}) == {"days": days}


@pytest.mark.parametrize(
    "given",
    [
        "", " ", "/", "2025-06-01/", "/2025-06-01", "2025-06-02/2025-06-01", "2025/2024", "1/2/3",
        "2025-06-01/2025-06-31", "2025-06-01..2025-07-01", "P3M/soon", "2025-01/P3M/2025-09", "' OR 1=1",
        "\u0662\u0660\u0662\u0665",
    ],
)  # fmt: skip
def test_what_is_no_span_of_days_is_refused_with_what_to_write(given: str) -> None:
    with pytest.raises(BadParameter) as told:
        resolve((DAYS,), {"days": given})
    assert "write the first and the last, such as 2025-06-01/2025-08-15" in str(told.value) + told.value.remedy


@drawn(st.dates(min_value=date(1000, 1, 1)), st.dates(min_value=date(1000, 1, 1)))
def test_any_two_days_in_order_are_a_span_and_no_others(one: date, other: date) -> None:
    written = f"{one.isoformat()}/{other.isoformat()}"
    if one <= other:
        assert resolve((DAYS,), {"days": written}) == {"days": written}
    else:
        with pytest.raises(BadParameter, match="ends before it begins"):
            resolve((DAYS,), {"days": written})


def test_days_without_a_default_must_be_given() -> None:
    with pytest.raises(BadParameter, match="these records have no default"):
        resolve((DAYS,), {})


def test_a_node_that_is_left_out_needs_no_label() -> None:
    assert (DAY.may_be_empty, ANY_NODE.may_be_empty, NODE.may_be_empty) == (True, True, False)
    values = resolve((ANY_NODE,), {})
    assert fill_labels("MATCH (n) WHERE $node = ''", (ANY_NODE,), values, MODEL) == "MATCH (n) WHERE $node = ''"
    with pytest.raises(BadParameter, match="is no id"):
        fill_labels("", (NODE,), {"node": ""}, MODEL)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"node": "country/AA", "as_of": ""}, ["MATCH (n:Country {id: $node})", "RETURN n // with the rest"]),
        ({"node": "", "as_of": "2025"}, ["MATCH (n)", "WHERE n.date < $as_of", "RETURN n // with the rest"]),
        ({"node": "", "as_of": ""}, ["MATCH (n)", "MATCH (m)", "RETURN n // with the rest"]),
    ],
)
def test_a_line_stands_only_where_its_parameter_is_given_or_left_out(given: dict[str, str], kept: list[str]) -> None:
    text = (
        "MATCH (n:{{node}} {id: $node}) // with node\nMATCH (n) // without node\n"
        "MATCH (m) // without node without as_of\nWHERE n.date < $as_of // with as_of\nRETURN n // with the rest"
    )
    assert fill_labels(text, (ANY_NODE, DAY), resolve((ANY_NODE, DAY), given), MODEL).splitlines() == kept


TYPE = Parameter(name="type", type=ParameterType.RELATIONSHIP_TYPE, meaning="the type", default="OWNS")


def test_a_relationship_type_stands_in_the_text_so_that_no_other_is_looked_at() -> None:
    text = "MATCH (a)-[r:{{type}}]->(b) RETURN r"
    assert fill_labels(text, (TYPE,), {"type": "FUNDS"}, MODEL) == "MATCH (a)-[r:FUNDS]->(b) RETURN r"
    for given, said in (("FUND", r"type: there is no FUND \(did you mean FUNDS\?\)"), ("`]-() //", "there is no `")):
        with pytest.raises(BadParameter, match=said):
            fill_labels(text, (TYPE,), {"type": given}, MODEL)


@pytest.mark.parametrize("query", ["agreements", "properties", "relationships-of-a-type"])
def test_what_reads_a_whole_set_where_nothing_is_named_stops_at_what_a_reader_takes(query: str) -> None:
    saved = CATALOG.get(query)
    text = fill_labels(saved.text, saved.parameters, resolve(saved.parameters, {}), MODEL)
    assert "LIMIT $most" in text.partition("OPTIONAL MATCH")[0]
