"""What stands in a deal's place: on other days than its own, with less, outside its whole, and beside top-ups."""

from pathlib import Path

import pytest

from loader.check import check
from tests.unit.small_records import deal, folder_of, part_of

OLD = deal("old", "USD 10", stage="committed", date="2024-03-01")


def warnings(folder: Path, records: str) -> list[str]:
    checked = check(folder_of(folder, records))
    assert checked.problems == ()
    return [
        f"{w.what}; {w.remedy}" for w in checked.warnings if w.where.file == "records.yaml" and "tied" not in w.what
    ]


def supersedes(date: str = "", to: str = "old") -> str:
    return f"{{type: SUPERSEDES, to: deal/{to}{f', date: {date}' if date else ''}}}"


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2025-09-01", "between the two days both count"),
        ("2025-01-01", "between the two days neither counts"),
        ("", "from no day on: before it neither counts"),
        ("2025-06-01", None),
        ("2025-06", None),
    ],
)
def test_a_supersession_on_another_day_than_its_deals_own_is_told(tmp_path: Path, date: str, said: str | None) -> None:
    new = deal("new", "USD 15", supersedes(date), stage="committed", date="2025-06-01")
    told = warnings(tmp_path, OLD + new)
    assert len(told) == bool(said)
    assert said is None or said in told[0]


@pytest.mark.parametrize(
    ("amount", "stage", "said"),
    [
        ("", "committed", "deal/new supersedes deal/old and has no figure, so that USD 10 leaves the sums"),
        ("unquantified USD", "committed", "has no figure, so that USD 10 leaves the sums"),
        ("USD 12", "announced", "deal/new is announced and supersedes deal/old, which is committed"),
        ("USD 12", "committed", None),
    ],
)
def test_a_successor_with_less_is_told(tmp_path: Path, amount: str, stage: str, said: str | None) -> None:
    told = warnings(tmp_path, OLD + deal("new", amount, supersedes("2025"), stage=stage, date="2025"))
    assert len(told) == bool(said)
    assert said is None or said in told[0]


def test_a_successor_of_a_part_outside_the_whole_is_told(tmp_path: Path) -> None:
    whole = deal("whole", "USD 100", stage="committed")
    old = deal("old", "USD 30", part_of("whole"), stage="committed")
    outside = deal("new", "USD 50", supersedes(), stage="committed")
    (told,) = warnings(tmp_path, whole + old + outside)
    assert "deal/old lies inside deal/whole, and deal/new, which supersedes it, does not; write PART_OF" in told
    inside = deal("new", "USD 50", f"{supersedes()}, {part_of('whole')}", stage="committed")
    assert warnings(tmp_path, whole + old + inside) == []


def test_a_top_up_of_what_is_gone_is_told(tmp_path: Path) -> None:
    top_up = deal("more", "USD 4", "{type: AMENDS, to: deal/old}", stage="committed")
    new = deal("new", "USD 15", supersedes("2025-06-01"), stage="committed", date="2025-06-01")
    (told,) = warnings(tmp_path, OLD + top_up + new)
    assert told.startswith("deal/more adds USD 4 to deal/old, which deal/new ended, and counts on")
    gone = deal("more", "USD 4", f"{{type: AMENDS, to: deal/old}}, {part_of('new')}", stage="cancelled")
    assert [line for line in warnings(tmp_path, OLD + gone + new) if "counts on" in line and "more adds" in line] == []
