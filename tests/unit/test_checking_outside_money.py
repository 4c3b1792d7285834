"""Outside money has the place, date, recipient and mineral of what it stands beside, or a dispute asks for them."""

from pathlib import Path

import pytest

from loader.check import check
from tests.unit.small_records import deal, folder_of

PLACES = "- {id: company/pit, name: Pit, kind: company, says: Digs., evidence: [paper:1]}\n"
HERE, TO_PIT = "{type: LOCATED_IN, to: country/BB}", "{type: GOES_TO, to: company/pit, role: recipient}"
OF_TIN = "{type: COVERS, to: mineral/tin}"
BESIDE = "{type: ALONGSIDE, to: deal/loan}"
ASKED = """\
- id: dispute/row
  question: Does the place of the loan hold for the equity too?
  kind: {kind}
  concerns: [deal/equity]
  weight: matters
  would_change: The place of the equity.
  readings:
    - {{key: both, says: Both., rank: preferred, reason: One row., evidence: [paper:1]}}
    - {{key: one, says: One., rank: normal, reason: It stands after., evidence: [paper:1]}}
"""


def told(folder: Path, loan: str, equity: str, more: str = "", **fields: str) -> list[str]:
    """What the check says of equity beside a loan that has some links; `fields` are the loan's."""
    own = {"instrument": "equity", "whose_money": "private", "stage": "mobilised"}
    records = PLACES + deal("loan", "USD 5", loan, **fields) + deal("equity", "USD 3", f"{BESIDE}{equity}", **own)
    checked = check(folder_of(folder, records + more))
    assert checked.problems == ()
    return [str(w) for w in checked.warnings if w.field == "ALONGSIDE"]


@pytest.mark.parametrize(
    ("loan", "fields", "which"),
    [
        (HERE, {}, "place"),
        (TO_PIT, {}, "recipient"),
        (OF_TIN, {}, "mineral"),
        ("", {"date": "2026-02"}, "date"),
        (f"{HERE}, {TO_PIT}", {"date": "2026-02"}, "date and place and recipient"),
    ],
)
def test_outside_money_that_lacks_what_it_stands_beside_has_is_told(
    tmp_path: Path, loan: str, fields: dict[str, str], which: str
) -> None:
    assert told(tmp_path, loan, "", **fields) == [
        f"records.yaml:3: ALONGSIDE: deal/equity has no {which}, and deal/loan, beside which it stands, has; say its "
        f"{which} where the source does, or ask in a doubtful reading whether it holds for both"
    ]


@pytest.mark.parametrize(
    ("loan", "equity"),
    [("", ""), (HERE, f", {HERE}"), (TO_PIT, f", {TO_PIT}"), (OF_TIN, f", {OF_TIN}"), ("", f", {HERE}")],
)
def test_outside_money_that_has_what_it_stands_beside_has_is_no_matter(tmp_path: Path, loan: str, equity: str) -> None:
    assert told(tmp_path, loan, equity) == []


@pytest.mark.parametrize(("kind", "count"), [("doubtful_reading", 0), ("date", 0), ("actor", 1)])
def test_a_dispute_that_asks_whether_it_holds_answers_for_it(tmp_path: Path, kind: str, count: int) -> None:
    assert len(told(tmp_path, HERE, "", ASKED.format(kind=kind))) == count
