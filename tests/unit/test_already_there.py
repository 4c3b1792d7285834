"""An import says which nodes and deals of a set are there already, and takes the answers from the mapping."""

from pathlib import Path

import pytest

from loader.check import check
from loader.imports import Brought, bring_in, known_in_folder, read_mapping, write_set
from tests.unit.imported import import_sheet

SHEET = """\
Lender,Borrower,Amount,Status
Harbour Bank plc,Orrin Tin Ltd,USD 35 million,Signed
Harbour Bank plc,Pallas Gallium,USD 36 million,Signed
Other Lender,Salar Azul,USD 28 million,Signed
"""
MAPPING = """\
data_set: {{name: second}}
source: {{id: source/second, name: the second list}}
nodes:
  lender: {{label: Company, name: {{column: Lender}}, kind: bank}}
  borrower: {{label: Company, name: {{column: Borrower}}, kind: company}}
  deal:
    label: Deal
    id: {{column: Borrower}}
    name: Loan to {{Borrower}}
    amount: {{column: Amount}}
    instrument: loan
    stage: {{column: Status}}
    whose_money: private
links:
  - {{type: FUNDS, from: lender, to: deal}}
  - {{type: GOES_TO, from: deal, to: borrower, role: recipient}}
answers: {answers}
"""


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """The closings of the law firm, as a folder of records."""
    return import_sheet("3-closings", tmp_path / "there").folder


def bring(tmp_path: Path, there: Path, answers: str = "{}", strict: bool = False) -> Brought:
    (tmp_path / "second.csv").write_text(SHEET, "utf-8")
    (tmp_path / "m.yaml").write_text(MAPPING.format(answers=answers), "utf-8")
    mapping = read_mapping(tmp_path / "m.yaml")
    return bring_in(tmp_path / "second.csv", mapping, strict=strict, known=known_in_folder(there))


def questions(brought: Brought) -> dict[int, str]:
    return {q.row: q.what for q in (brought.there.questions if brought.there else ())}


def test_names_and_deals_are_asked_about_at_their_rows(tmp_path: Path, there: Path) -> None:
    found = questions(bring(tmp_path, there))
    asked = bring(tmp_path, there).warnings
    assert any("'Harbour Bank plc'" in q.what and "company/harbour-bank" in q.what and q.row == 2 for q in asked)
    assert any("Salar Azul SA" in q.what and q.row == 4 for q in asked)
    assert "deal/" in found[2] and "the figure and the recipient in common" in found[2]
    assert not any("may be deal/" in what for row, what in found.items() if row == 3)  # another figure


def test_with_strict_each_question_keeps_everything_back(tmp_path: Path, there: Path) -> None:
    brought = bring(tmp_path, there, strict=True)
    assert {p.row for p in brought.problems} == {2, 4}


def test_the_same_takes_the_id_that_is_there_and_is_asked_no_more(tmp_path: Path, there: Path) -> None:
    answers = '{same_as: {"Harbour Bank plc": company/harbour-bank, "Salar Azul": company/salar-azul-sa}}'
    brought = bring(tmp_path, there, answers)
    assert {"company/harbour-bank", "company/salar-azul-sa"} <= brought.gathered.nodes.keys()
    asked = [q.what for q in brought.warnings if "Harbour" in q.what and "may be" not in q.what]
    assert asked == []
    (deal,) = (q for q in brought.warnings if q.row == 2)
    assert "the figure and the funder and the recipient in common" in deal.what


def test_a_deal_that_is_there_is_not_written_again(tmp_path: Path, there: Path) -> None:
    known = next(d for d in known_in_folder(there).deals if d.name == "Term loan of Harbour Bank to Orrin Tin Ltd"
                 and str(d.amount) == "USD 35 million")  # fmt: skip
    answers = f'{{same_as: {{"Harbour Bank plc": company/harbour-bank, deal/orrin-tin-ltd: {known.id}}}}}'
    brought = bring(tmp_path, there, answers)
    assert brought.there is not None
    assert brought.there.deals == {known.id: (2,)}
    mapping = read_mapping(tmp_path / "m.yaml")
    write_set(tmp_path / "new", mapping.data_set, brought.sources, brought.gathered, mapping.answers)
    checked = check(tmp_path / "new")
    assert [str(p) for p in checked.problems] == []
    assert sorted(checked.index.deals) == ["deal/pallas-gallium", "deal/salar-azul"]


def test_another_is_asked_no_more(tmp_path: Path, there: Path) -> None:
    brought = bring(tmp_path, there, "{another: [[company/salar-azul, company/salar-azul-sa]]}")
    assert not any("'Salar Azul'" in q.what for q in brought.warnings)
