"""Who funds a part is among who funds its whole, or a sum by funder leaves that part's money with the others."""

from pathlib import Path

import pytest

from loader.check import check
from tests.unit.small_records import deal, folder_of, part_of

LAND_BANK = (
    "- {id: agency/aa-bank, name: Land Bank, kind: bank, says: Lends., evidence: [paper:1], "
    "links: [{type: AGENCY_OF, to: country/AA}]}\n"
)
TOLD = (
    "records.yaml:3: PART_OF: country/BB funds deal/p, and is not named among who funds deal/w, inside which it lies; "
    "name it at the whole too: else the whole counts for the others alone"
)


@pytest.mark.parametrize(
    ("whole", "part", "count"),
    [
        ("agency/bank", "country/BB", 1),
        ("agency/bank", "agency/bank", 0),
        ("[agency/bank, country/BB]", "country/BB", 0),
        ("country/AA", "agency/aa-bank", 0),
        ("agency/aa-bank", "country/AA", 0),
        ("", "country/BB", 0),
    ],
)
def test_a_funder_of_a_part_alone_is_told(tmp_path: Path, whole: str, part: str, count: int) -> None:
    fields = {"whose_money": "mixed"}
    above = deal("w", "USD 9", f"{{type: FUNDS, from: {whole}}}" if whole else "", **fields)
    below = deal("p", "USD 5", f"{{type: FUNDS, from: {part}}}, {part_of('w')}", **fields)
    found = check(folder_of(tmp_path, LAND_BANK + above + below))
    told = [str(w) for w in found.warnings if "is not named among who funds" in w.what]
    assert not found.problems
    assert len(set(told)) == count
    assert all(line == TOLD for line in told)


def test_two_banks_of_one_country_are_two_funders(tmp_path: Path) -> None:
    other = LAND_BANK.replace("aa-bank", "other-bank").replace("Land Bank", "Sea Bank")
    above = deal("w", "USD 9", "{type: FUNDS, from: agency/aa-bank}", whose_money="mixed")
    below = deal("p", "USD 5", f"{{type: FUNDS, from: agency/other-bank}}, {part_of('w')}", whose_money="mixed")
    found = check(folder_of(tmp_path, LAND_BANK + other + above + below))
    assert [w for w in found.warnings if "agency/other-bank funds deal/p, and is not named" in w.what]
