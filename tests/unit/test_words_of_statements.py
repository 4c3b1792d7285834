"""What the editor of statements offers: all that the guard lets through, and the model's names with what has them."""

import pytest

from cypher.guard import check_typed
from cypher.guard.calls import CLOCKS, DOTTED, FUNCTIONS, PROCEDURES, check_calls
from cypher.guard.clauses import FORBIDDEN
from cypher.guard.tokens import read_tokens
from cypher.model import built_in_model
from cypher.own.marks import property_names
from cypher.own.words import CLAUSES, Words, list_words
from explorer.canvas.statement_input import Written, read_written

MODEL = built_in_model()


@pytest.fixture(scope="module")
def words() -> Words:
    return list_words(MODEL)


def test_labels_types_and_properties_are_the_models(words: Words) -> None:
    assert {w.name for w in words.labels} == {n.label for n in MODEL.labels}
    assert {w.name for w in words.types} == {r.name for r in MODEL.relationship_types}
    assert {w.name for w in words.properties} == property_names(MODEL)


def test_a_property_names_what_has_it_and_the_values_that_it_takes(words: Words) -> None:
    offered = [p for p in words.properties if p.name == "stage" and "Deal" in p.of]
    declared = MODEL.label("Deal").property("stage")
    assert declared is not None
    assert [(p.says, p.terms) for p in offered] == [(declared.meaning, declared.terms)]
    assert [p.of for p in words.properties if p.name == "data_set"] == [()]
    owned = {
        **{n.label: n.properties for n in MODEL.labels},
        **{r.name: r.properties for r in MODEL.relationship_types},
    }
    for owner, properties in owned.items():
        offered_here = {p.name for p in words.properties if owner in p.of or not p.of}
        assert {p.name for p in properties} <= offered_here


def test_no_property_is_offered_twice_for_the_same_label(words: Words) -> None:
    owned = [(p.name, owner) for p in words.properties for owner in p.of]
    assert len(owned) == len(set(owned))


@pytest.mark.parametrize("name", sorted(FUNCTIONS | DOTTED))
def test_every_function_that_is_offered_passes_the_guard(name: str) -> None:
    check_calls(read_tokens(f"RETURN {name}(1) AS x"))


def test_clauses_and_procedures_that_are_offered_are_none_that_is_refused(words: Words) -> None:
    for procedure in words.procedures:
        check_typed(f"CALL {procedure}()")
    shown = [clause for clause in CLAUSES if clause.startswith("SHOW ")]
    for clause in shown:
        check_typed(clause)
    rest = {word for clause in CLAUSES if clause not in shown for word in clause.split()}
    assert not rest & FORBIDDEN.keys()
    assert set(words.functions) == FUNCTIONS | DOTTED
    assert set(words.procedures) == PROCEDURES
    assert {name.split(".")[0] for name in DOTTED} == {*CLOCKS, "point", "duration", "vector"}


@pytest.mark.parametrize("said", [None, [], {}, {"text": 1, "filled": "a"}, {"text": "a"}, "text"])
def test_what_the_browser_says_is_taken_only_if_it_fits(said: object) -> None:
    assert read_written(said) is None


def test_half_a_sign_in_a_statement_breaks_nothing() -> None:
    written = read_written({"text": "RETURN '\ud83d'", "filled": "a"})
    assert written == Written("RETURN '?'", "a")
