"""Numbers, dates and periods as records have them: what is taken, and what to write instead of what is not."""

from datetime import date
from pathlib import Path

import pytest

from ledger.dates import BadDate, check_date, find_first_day, find_last_day
from loader.check import check
from loader.check.values import Misfit, read_boolean, read_decimal
from tests.unit.small_records import deal, folder_of, only, problems


@pytest.mark.parametrize(("text", "number"), [("12.5", 12.5), ("60", 60.0), ("-4.25", -4.25), ("0.001", 0.001)])
def test_a_decimal_is_digits_with_a_point(text: str, number: float) -> None:
    assert read_decimal(text) == number


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("12,5", "write 12.5"),
        ("60 %", "write 60"),
        ("60%", "write 60"),
        ("60 per cent", "write 60"),
        ("12,5 %", "write 12.5"),
        ("1,000", "write 1000 or 1.000: thousands stand together, decimals behind a point"),
        ("1,000,000", "write 1000000: thousands stand together, decimals behind a point"),
        ("up to 60", "write the number alone where it is stated as one, such as 12.5; else leave it out"),
        ("a majority", "write digits, with a point before the decimals, such as 12.5"),
        ("1e3", "write the number alone"),
        ("NaN", "write digits, with"),
        ("9" * 400, "write at most 15 digits"),
        ("٣", "write digits, with"),
    ],
)
def test_what_is_no_number_is_refused_with_what_to_write(text: str, remedy: str) -> None:
    with pytest.raises(Misfit) as refused:
        read_decimal(text)
    assert refused.value.remedy.startswith(remedy)


def test_true_and_false_are_all_that_a_boolean_takes() -> None:
    assert (read_boolean("true"), read_boolean("false")) == (True, False)
    for text, remedy in (("yes", "write true"), ("No", "write false"), ("maybe", "write true or false")):
        with pytest.raises(Misfit) as refused:
            read_boolean(text)
        assert refused.value.remedy == remedy


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("2025-Q3", "a quarter is P3M/2025-09"),
        ("Q3 2025", "a quarter is P3M/2025-09"),
        ("Q1/2026", "a quarter is P3M/2026-03"),
        ("H1 2025", "a half year is P6M/2025-06"),
        ("FY2025", "a fiscal year is P1Y/2025-09 where its last month is September, and likewise"),
        ("FY 2025/26", "a fiscal year is P1Y/2026-09 where its last month is September, and likewise"),
        ("FY1999/00", "a fiscal year is P1Y/2000-09 where its last month is September, and likewise"),
        ("FY25", "a fiscal year is P1Y/2025-09 where its last month is September, and likewise"),
        ("2025-Q5", "write 2026-02-04, "),
    ],
)
def test_a_quarter_or_fiscal_year_is_told_as_the_window_that_it_is(text: str, remedy: str) -> None:
    with pytest.raises(BadDate) as refused:
        check_date(text)
    assert refused.value.remedy.startswith(remedy)
    told = remedy.rsplit(" is ", maxsplit=1)[-1].split(",", maxsplit=1)[0]
    assert not told.startswith("P") or check_date(told) == told


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3)),
        ("P3M/2025-09", date(2025, 7, 1), date(2025, 9, 30)),
        ("P1Y/2025-09", date(2024, 10, 1), date(2025, 9, 30)),
        ("P5M/2026-02-04", date(2025, 9, 5), date(2026, 2, 4)),
        ("P1W/2026-02-04", date(2026, 1, 29), date(2026, 2, 4)),
        ("P1M/2025-03-30", date(2025, 3, 1), date(2025, 3, 30)),
        ("P99999999999Y/2025", date.min, date(2025, 12, 31)),
        ("P9D/0001-01-01", date.min, date(1, 1, 1)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_the_days_that_a_date_may_mean(text: str, first: date, last: date) -> None:
    assert (find_first_day(text), find_last_day(text)) == (first, last)


@pytest.mark.parametrize(
    ("since", "until"),
    [("2025", "2024"), ("2025-03", "2025-02"), ("2025-03-02", "2025-03-01"), ("2025-07", "P3M/2025-06"),
     ("P3M/2025-09", "2025-06")],
)  # fmt: skip
def test_what_ends_before_it_begins_is_told_at_the_line_of_its_end(tmp_path: Path, since: str, until: str) -> None:
    records = (
        "- id: project/pit\n  name: Pit\n  kind: mine\n  says: The pit is dug.\n  evidence: [paper:1]\n"
        f"  since: {since}\n  until: {until}\n  links: [{{type: LOCATED_IN, to: country/AA}}]\n"
    )
    told = f"records.yaml:7: until: {until} is before since, {since}, in project/pit; correct one of the two"
    assert only(tmp_path, records) == told


@pytest.mark.parametrize(("since", "until"), [("2025", "2025-01"), ("2025-03", "2025"), ("P3M/2025-09", "2025-08")])
def test_what_may_end_after_it_began_is_sound(tmp_path: Path, since: str, until: str) -> None:
    more = {"since": since, "until": until}
    assert problems(tmp_path, deal("loan", links="{type: FUNDS, from: country/AA}", **more)) == ()


def test_a_deal_that_ends_before_its_date_and_a_term_that_does_are_told(tmp_path: Path) -> None:
    assert "until: 2024 is before date, 2025, in deal/loan" in only(tmp_path, deal("loan", date="2025", until="2024"))
    term = "{type: LEADS, from: country/AA, role: chair, since: 2025, until: 2024}"
    club = f"- {{id: initiative/club, name: Club, kind: forum, says: Meets., evidence: [paper:1], links: [{term}]}}\n"
    assert "until: 2024 is before since, 2025, in country/AA|LEADS|" in only(tmp_path, club)


def pit(**fields: object) -> str:
    written = "".join(f", {name}: {value}" for name, value in fields.items())
    links = "links: [{type: LOCATED_IN, to: country/AA}]"
    return f"- {{id: project/pit, name: Pit, kind: port, says: Loads., evidence: [paper:1]{written}, {links}}}\n"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"latitude": -12.5}, "latitude: project/pit has a latitude and no longitude; write its longitude too, or"),
        ({"longitude": 3}, "longitude: project/pit has a longitude and no latitude; write its latitude too, or"),
        ({"latitude": 95, "longitude": 190}, ""),
        ({"latitude": 120.5, "longitude": 12}, "latitude: 120.5 of project/pit is no latitude; write degrees from -90 "
         "to 90, or let the two change places"),
        ({"latitude": 12, "longitude": -181}, "longitude: -181 of project/pit is no longitude; write degrees from"),
        ({"latitude": "'12,5'", "longitude": 1}, "latitude: '12,5' is not a number in project/pit; write 12.5"),
    ],
)  # fmt: skip
def test_coordinates_that_are_no_place_are_told(tmp_path: Path, fields: dict[str, object], told: str) -> None:
    found = [str(p) for p in problems(tmp_path, pit(**fields))]
    assert len(found) == (1 if told else 2)
    assert not told or found[0].startswith(f"records.yaml:1: {told}")


def test_coordinates_are_kept_as_numbers(tmp_path: Path) -> None:
    checked = check(folder_of(tmp_path, pit(latitude=-12.5, longitude=28)))
    assert not checked.problems
    (kept,) = (i.properties for i in checked.items if i.id == "project/pit")
    assert (kept["latitude"], kept["longitude"]) == (-12.5, 28.0)


def test_a_report_may_be_dated_after_the_end_of_what_it_tells(tmp_path: Path) -> None:
    reported = deal("loan", date="2026-02-04", date_of="report", until="2025")
    assert problems(tmp_path, reported) == ()
    signed = deal("loan", date="2026-02-04", date_of="signing", until="2025")
    assert "until: 2025 is before date, 2026-02-04" in only(tmp_path, signed)


@pytest.mark.parametrize("text", ["P0D/9999-12-31", "P0Y/2025", "P0Y0M/2025-01"])
def test_a_window_of_no_length_is_no_date(text: str) -> None:
    with pytest.raises(BadDate):
        check_date(text)
