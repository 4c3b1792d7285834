"""`check --fix`: what has one mending is shown, and written when agreed to; what may mean two things is left."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from loader.check import check
from loader.mend import find_mendings
from tests.unit.invented_articles import DEEP_PIT_LOAN, bring
from tests.unit.small_records import folder_of
from tests.unit.test_command_line import Command

LOAN = """\
# the loan, as the bank tells it
- id: deal/loan
  name: A loan
  amount: USD 5 million   # all of it
  instrument: loan
  stage: {stage}
  whose_money: not_stated
  says: The bank lends.
  evidence: [paper:2.10]
  links:
    - {{type: FUNDS, from: {funder}}}
"""


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Command]:
    monkeypatch.setenv("COLUMNS", "200")
    yield Command(monkeypatch, capsys)


def loan(stage: str = "approved", funder: str = "agency/bank") -> str:
    return LOAN.format(stage=stage, funder=funder)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (loan(stage="aproved"), loan()),
        (loan(funder="agency/bnak"), loan()),
        (loan().replace("instrument: loan", "instrumnt: loan"), loan()),
        (loan().replace("type: FUNDS", "type: FUND"), loan()),
        (loan().replace("The bank", "The\u200b bank"), loan()),
    ],
)
def test_what_has_one_mending_is_mended_and_the_rest_of_the_file_stays(tmp_path: Path, wrong: str, right: str) -> None:
    folder = folder_of(tmp_path, wrong)
    (edit,) = find_mendings(check(folder)).edits
    assert edit.after == right
    assert (folder / "records.yaml").read_text("utf-8") == wrong  # nothing is written yet


@pytest.mark.parametrize(
    "records",
    [
        loan(stage="negotiate").replace("negotiate", "negotiati"),  # negotiating or negotiated
        loan(funder="agency/bank2"),  # what differs in a number is another thing
        loan(funder="agency/lender"),
        loan(stage="somehow"),
        loan().replace("instrument: loan", "instrument: loan\n  instrument: loan"),
    ],
)
def test_what_has_no_mending_or_two_is_left_to_people(tmp_path: Path, records: str) -> None:
    checked = check(folder_of(tmp_path, records))
    assert checked.problems
    assert find_mendings(checked).edits == ()


def test_a_word_between_two_terms_is_not_decided_by_the_program(tmp_path: Path) -> None:
    parties = "- {id: agency/banc, name: Another Lender, kind: bank, says: Lends too., evidence: [paper:1]}\n"
    checked = check(folder_of(tmp_path, loan(funder="agency/banx") + parties))
    assert any("agency/banx" in p.what for p in checked.problems)
    assert find_mendings(checked).edits == ()


def test_nothing_is_written_without_being_agreed_to(tmp_path: Path, command: Command) -> None:
    folder = folder_of(tmp_path, loan(stage="aproved"))
    shown = command("check", str(folder), "--fix")
    assert shown.status == 1
    assert "-  stage: aproved\n+  stage: approved\n" in shown.err
    assert "1 mending shown, nothing written" in shown.err
    assert (folder / "records.yaml").read_text("utf-8") == loan(stage="aproved")
    assert command("check", str(folder), "--fix", "--yes").status == 0
    assert (folder / "records.yaml").read_text("utf-8") == loan()


def test_line_ends_of_other_systems_stay(tmp_path: Path, command: Command) -> None:
    folder = folder_of(tmp_path, "")
    (folder / "records.yaml").write_bytes(loan(stage="aproved").replace("\n", "\r\n").encode())
    assert command("check", str(folder), "--fix", "--yes").status == 0
    assert (folder / "records.yaml").read_bytes() == loan().replace("\n", "\r\n").encode()


def test_a_place_that_a_record_cites_by_now_is_read(tin_notes: Path, command: Command) -> None:
    bring(command, tin_notes, "harbour-gazette", "gazette")
    (tin_notes / "loan.yaml").write_text(DEEP_PIT_LOAN.replace("deal/deep-pit-loan", "deal/nine-year-loan"), "utf-8")
    assert [p.field for p in check(tin_notes).problems] == ["lines"]
    assert command("check", str(tin_notes), "--fix", "--yes").status == 0
    coverage = (tin_notes / "coverage" / "gazette.yaml").read_text("utf-8")
    assert "lines: [1, 3.2, 3.3, 5.1," in coverage
