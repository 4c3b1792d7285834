"""Typed Cypher: the rules let every honest reading through and nothing else, and say which rule and where."""

import gc
import threading
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cypher.deadlines import Deadlines, Limits
from cypher.errors import StillRunning
from cypher.guard import Refused, Rule, check_typed
from cypher.guard.plan import check_plan
from cypher.model import built_in_model
from cypher.results import Plan, Table
from cypher.saved import SavedQuery, read_catalog
from cypher.saved.labels import fill_labels
from tests.unit.typed_attacks import ATTACKS, HONEST

SAVED = {query.id: query for query in read_catalog(built_in_model()).queries}


@pytest.mark.parametrize(("text", "rule"), ATTACKS)
def test_what_does_more_than_read_is_refused_by_its_rule(text: str, rule: Rule) -> None:
    with pytest.raises(Refused) as refusal:
        check_typed(text)
    assert refusal.value.rule is rule
    assert f"(rule: {rule})" in str(refusal.value)


@pytest.mark.parametrize("text", HONEST)
def test_what_only_reads_passes(text: str) -> None:
    assert check_typed(text).text


@pytest.mark.parametrize("query", SAVED.values(), ids=SAVED)
def test_every_saved_query_would_pass(query: SavedQuery) -> None:
    given = {"type": "SIGNS"} | {
        p.name: f"{query.model.label(p.labels[0]).kind}/x" for p in query.parameters if p.labels
    }
    assert check_typed(fill_labels(query.text, query.parameters, given, query.model)).text


def test_a_refusal_says_where() -> None:
    with pytest.raises(Refused) as refusal:
        check_typed("MATCH (n:Deal)\n  SET n.amount = 1")
    assert (refusal.value.line, refusal.value.column) == (2, 3)
    assert str(refusal.value).startswith("line 2, column 3: SET writes")


WORDS = st.sampled_from(
    [
        "MATCH",
        "(n)",
        "SET",
        "n.x = 1",
        "'",
        '"',
        "`",
        "//",
        "/*",
        "*/",
        "\n",
        "\\",
        ".",
        ":",
        "AS",
        "{",
        "}",
        ";",
        "1.",
        " ",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=12).map(" ".join) | st.lists(WORDS, max_size=12).map("".join))
def test_a_write_that_a_plain_reader_sees_is_never_let_through(typed: str) -> None:
    """Blanking texts, names in backticks and comments by a reader of its own: SET that is left writes."""
    text = f"MATCH (n) {typed}"
    try:
        check_typed(text)
    except Refused:
        return
    assert "SET" not in _find_clauses(text), text


def _find_clauses(text: str) -> list[str]:
    """Bare words of a text, a sign at a time, but those after a point, a colon or AS."""
    bare, at = "", 0
    while at < len(text):
        sign = text[at]
        if text.startswith("//", at):
            at = text.find("\n", at) if "\n" in text[at:] else len(text)
        elif text.startswith("/*", at):
            at = text.find("*/", at + 2) + 2
            bare += " "
        elif sign in "'\"`":
            at += 1
            while text[at] != sign:
                at += 2 if text[at] == "\\" and sign != "`" else 1
            at, bare = at + 1, bare + "q"
        else:
            bare, at = bare + sign, at + 1
    words = bare.replace(":", " : ").replace("{", " { ").split()
    return [word for before, word in zip([" ", *words], words, strict=False) if before not in (":", "AS", ".")]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_checked_or_refused(text: str) -> None:
    try:
        check_typed(text)
    except Refused as refused:
        assert refused.what


@pytest.mark.parametrize(
    "text", ["RETURN " + "'" * 19_999, "RETURN " + "/*" * 9_000, "(" * 19_000, "`" * 19_999, "." * 19_000, "a." * 9_000]
)
def test_a_hostile_text_is_told_in_linear_time(text: str) -> None:
    """Four times the text takes some four times as long, not sixteen; Python's own tidying up is not measured."""
    taken = []
    gc.disable()
    for part in (text[: len(text) // 4], text):
        began = time.process_time()
        with suppress(Refused):
            check_typed(part)
        taken.append(time.process_time() - began)
    gc.enable()
    assert taken[1] < 16 * max(taken[0], 0.02)


def test_parameters_are_named_once_each() -> None:
    assert check_typed("MATCH (n {id: $id}) WHERE n.x > $`most` RETURN $id").parameters == ("id", "most")


def test_what_is_sent_is_what_was_read() -> None:
    statement = check_typed("CYPHER 25 EXPLAIN /* why */ MATCH (n)\r\nRETURN n; // end")
    assert statement.text == "CYPHER 25 MATCH (n)\nRETURN n"
    assert statement.planned == "CYPHER 25 EXPLAIN MATCH (n)\nRETURN n"


@pytest.mark.parametrize(
    ("kind", "plan"),
    [
        ("rw", {}),
        ("s", {}),
        (None, None),
        ("r", {"operatorType": "ProduceResults@neo4j", "children": [{"operatorType": "LoadCSV@neo4j"}]}),
        ("r", {"operatorType": "ShowTransactions@neo4j"}),
        ("r", {"operatorType": "ProcedureCall@neo4j", "args": {"Details": "dbms.listConfig() :: (name :: STRING)"}}),
        ("r", {"operatorType": "ProcedureCall", "args": {}}),
    ],
)
def test_a_plan_that_does_more_than_read_is_refused(kind: str | None, plan: dict[str, object] | None) -> None:
    with pytest.raises(Refused) as refusal:
        check_plan(Plan(kind, plan or {}))
    assert refusal.value.rule is Rule.PLAN


def test_a_plan_that_reads_passes() -> None:
    call = {"operatorType": "ProcedureCall@neo4j", "args": {"Details": "db.labels() :: (label :: STRING)"}}
    check_plan(Plan("r", {"operatorType": "ProduceResults@neo4j", "children": [call]}))


def test_rows_and_characters_are_limited_and_it_is_said() -> None:
    assert Limits(rows=2).take([[1], [2], [3]]) == ([[1], [2]], True)
    assert Limits(rows=2).take([[1], [2]]) == ([[1], [2]], False)
    assert Limits(characters=5).take([["abc"], ["def"]]) == ([["abc"]], True)


def test_what_does_not_end_is_waited_for_no_longer_and_then_no_more_is_begun() -> None:
    goes_on = threading.Event()
    deadlines = Deadlines()

    def hang() -> Table:
        goes_on.wait(30)
        return Table((), ())

    for _ in range(2):
        with pytest.raises(StillRunning, match="has not ended within"):
            deadlines.run(hang, -1.9)
    with pytest.raises(StillRunning, match="2 typed statements"):
        deadlines.run(lambda: Table(("x",), ((1,),)), 1)
    goes_on.set()
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            assert deadlines.run(lambda: Table(("x",), ((1,),)), 1).rows == ((1,),)
            return
        except StillRunning:
            time.sleep(0.05)
    raise AssertionError("still refused after all have ended")
