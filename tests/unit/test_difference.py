"""`lodegraph diff` between two folders: what is created, changed and removed, by kind with ids and fields."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.saved.answer_all import Answers, Moved, find_moved
from loader.check import check
from loader.difference import compare_sets
from loader.plan import Change
from tests.unit.small_records import folder_of
from tests.unit.test_command_line import Command

LOAN = """\
- id: deal/loan
  name: A loan
  amount: USD 5 million
  instrument: loan
  stage: announced
  whose_money: not_stated
  says: The bank lends.
  evidence: [paper:2.10]
  links:
    - {type: FUNDS, from: agency/bank}
"""


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    monkeypatch.setenv("COLUMNS", "200")
    yield Command(monkeypatch, capsys)


def told(old: Path, new: Path) -> set[tuple[str, str, tuple[str, ...]]]:
    return {(str(d.change), d.id, d.fields) for d in compare_sets(check(old), check(new)).differs}


def test_a_set_does_not_differ_from_itself_whatever_it_is_called(tmp_path: Path) -> None:
    old, new = folder_of(tmp_path / "a", LOAN), folder_of(tmp_path / "b", LOAN)
    (new / "data_set.yaml").write_text("name: another\n")
    difference = compare_sets(check(old), check(new))
    assert difference.differs == ()
    assert difference.left > 10


def test_what_comes_goes_and_changes_is_told_by_id_with_its_fields(tmp_path: Path) -> None:
    old = folder_of(tmp_path / "a", LOAN)
    new = folder_of(tmp_path / "b", LOAN.replace("5 million", "6 million").replace("announced", "approved"))
    assert told(old, new) == {("changed", "deal/loan", ("amount_value", "stage"))}
    none = folder_of(tmp_path / "c", "")
    funds = "agency/bank|FUNDS|deal/loan|funder"
    assert told(old, none) == {("removed", "deal/loan", ()), ("removed", funds, ())}
    assert told(none, old) == {("created", "deal/loan", ()), ("created", funds, ())}


def test_there_and_back_are_each_other_turned_round(tmp_path: Path) -> None:
    old, new = folder_of(tmp_path / "a", LOAN), folder_of(tmp_path / "b", LOAN.replace("deal/loan", "deal/credit"))
    there, back = (compare_sets(check(a), check(b)).counts for a, b in ((old, new), (new, old)))
    assert there[False, Change.CREATED] == back[False, Change.REMOVED] == 1
    assert there[True, Change.REMOVED] == back[True, Change.CREATED] == 1


def test_the_command_tells_it_in_words_and_as_a_document(tmp_path: Path, command: Command) -> None:
    old, new = folder_of(tmp_path / "a", LOAN), folder_of(tmp_path / "b", LOAN.replace("5 million", "6 million"))
    said = command("diff", str(old), str(new))
    assert said.status == 0
    assert said.out.startswith("Deal, 1 changed:\n  deal/loan: amount_value\n")
    document = json.loads(command("diff", str(old), str(new), "--format", "json").out)
    assert document["differs"] == [
        {"of": "node", "kind": "Deal", "change": "changed", "id": "deal/loan", "fields": ["amount_value"]}
    ]


def test_a_set_with_problems_is_not_compared(tmp_path: Path, command: Command) -> None:
    old, new = (
        folder_of(tmp_path / "a", LOAN),
        folder_of(tmp_path / "b", LOAN.replace("loan\n  stage", "lone\n  stage")),
    )
    ended = command("diff", str(old), str(new))
    assert ended.status == 1
    assert "instrument" in ended.err


def test_only_queries_that_were_answered_both_times_can_move() -> None:
    old = Answers({"sums": Counter([("1",), ("1",), ("2",)]), "gone": Counter([("x",)])}, frozenset(), {})
    new = Answers({"sums": Counter([("1",), ("2",), ("3",)]), "new": Counter([("y",)])}, frozenset({"sums"}), {})
    assert find_moved(old, new) == (Moved("sums", (("3",),), (("1",),), is_cut=True),)
