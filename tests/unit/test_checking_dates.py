"""Dates out of the set's bounds, or not on the date of the event at which a thing happened."""

from pathlib import Path

import pytest

from tests.unit.small_records import deal, only, problems

BOUNDS = "dates: {not_before: 2025-08, not_after: 2026-06-15}"
AT_FAIR = "{type: HAPPENS_AT, to: event/fair}"


def fair(date: str) -> str:
    return f"- {{id: event/fair, name: Fair, kind: forum, says: Held., evidence: [paper:1], date: {date}}}\n"


@pytest.mark.parametrize(
    ("date", "problem"),
    [
        ("2025-07-31", "2025-07-31 of event/fair is before 2025-08; correct the date, or not_before in expected.yaml"),
        ("2024", "2024 of event/fair is before 2025-08"),
        ("2026-06-16", "2026-06-16 of event/fair is after 2026-06-15; correct the date, or not_after in expected.yaml"),
        ("2026-07", "2026-07 of event/fair is after 2026-06-15"),
        ("P5M/2025-07", "P5M/2025-07 of event/fair is before 2025-08"),
    ],
)
def test_a_date_out_of_bounds_is_told(tmp_path: Path, date: str, problem: str) -> None:
    assert only(tmp_path, fair(date), expected=BOUNDS).startswith(f"records.yaml:1: date: {problem}")


@pytest.mark.parametrize("date", ["2025", "2025-08", "2025-08-01", "2026", "2026-06", "2026-06-15", "P9Y/2025-08"])
def test_a_date_that_may_lie_within_is_sound(tmp_path: Path, date: str) -> None:
    assert problems(tmp_path, fair(date), expected=BOUNDS) == ()


def test_the_end_of_a_term_is_held_to_the_bounds_too(tmp_path: Path) -> None:
    records = (
        "- {id: initiative/club, name: Club, kind: forum, says: Meets., evidence: [paper:1],"
        " links: [{type: LEADS, from: country/AA, role: chair, until: 2027-01}]}\n"
    )
    assert only(tmp_path, records, expected=BOUNDS).startswith(
        "records.yaml:1: until: 2027-01 of country/AA|LEADS|initiative/club|chair is after 2026-06-15"
    )


def test_a_deal_on_another_day_than_its_event_is_told(tmp_path: Path) -> None:
    found = only(tmp_path, fair("2026-02-04") + deal("loan", links=AT_FAIR, date="2026-02-05"))
    assert found == (
        "records.yaml:2: date: 2026-02-05 of deal/loan is not on the date of event/fair, 2026-02-04 (records.yaml:1); "
        "correct one of the dates, or the event that it happens at"
    )


@pytest.mark.parametrize("date", ["2026-02-04", "2026-02", "2026", "P5M/2026-01"])
def test_a_deal_that_may_be_of_the_day_of_its_event_is_sound(tmp_path: Path, date: str) -> None:
    assert problems(tmp_path, fair("2026-02-04") + deal("loan", links=AT_FAIR, date=date)) == ()


def test_the_date_on_which_something_happened_at_an_event_goes_before_its_own(tmp_path: Path) -> None:
    happened = AT_FAIR.replace("}", ", date: 2026-02-04}")
    assert problems(tmp_path, fair("2026-02-04") + deal("loan", links=happened, date="2025-12")) == ()


@pytest.mark.parametrize("bounds", ["dates: 2025", "dates: {before: 2025}", "dates: {not_before: May}"])
def test_bounds_that_are_none_are_told(tmp_path: Path, bounds: str) -> None:
    assert only(tmp_path, expected=bounds).startswith("expected.yaml:1: dates: is no pair of bounds; write dates: {")
