"""Interest, tenor and maturity: what is read, what is told with what to write, and terms that cannot be."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.durations import BadDuration, Duration
from ledger.interest import FORMS, BadInterest, Interest
from loader.check import check
from tests.unit.small_records import deal, folder_of, only, problems, warnings

RATES = st.integers(0, 9_000_000).map(lambda n: Decimal(n) / 10_000)
INTERESTS = st.builds(
    lambda low, more, ahead: Interest(low, low + more if more else None, *ahead),
    RATES,
    st.none() | st.integers(1, 1_000).map(lambda n: Decimal(n) / 10_000),
    st.sampled_from([("", "", ""), ("SOFR", "+", ""), ("EURIBOR 6M", "-", "")]),
)
COUNTS = st.integers(0, 9999)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("7.25 per_cent_per_year", "7.25 per_cent_per_year"),
        ("7.250  per_cent_per_year", "7.25 per_cent_per_year"),
        ("0 per_cent_per_year", "0 per_cent_per_year"),
        ("7 to 8.50 per_cent_per_year", "7 to 8.5 per_cent_per_year"),
        ("about 7 per_cent_per_year", "about 7 per_cent_per_year"),
        ("more than 10 per_cent_per_year", "more than 10 per_cent_per_year"),
        ("SOFR + 3.5 per_cent_per_year", "SOFR + 3.5 per_cent_per_year"),
        ("EURIBOR 6M - 0.20 per_cent_per_year", "EURIBOR 6M - 0.2 per_cent_per_year"),
        ("reference rate + 2.35 per_cent_per_year", "reference rate + 2.35 per_cent_per_year"),
        ("TERM SOFR 3M + 3 to 3.5 per_cent_per_year", "TERM SOFR 3M + 3 to 3.5 per_cent_per_year"),
    ],
)
def test_a_rate_is_read_and_written_in_one_form(text: str, kept: str) -> None:
    assert str(Interest.parse(text)) == kept


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("7,25 %", "7.25"), ("7.25%", "7.25"), ("7.25 per cent a year", "7.25"), ("7.25 % p.a.", "7.25"),
        ("7.25", "7.25"),
        ("7.25 per_cent", "7.25"), ("7-8 %", "7 to 8"), ("SOFR+350bp", "SOFR + 3.5"), ("SOFR + 3,5 %", "SOFR + 3.5"),
        ("SOFR plus 3.5 percentage points", "SOFR + 3.5"), ("SOFR less 0.2 per cent", "SOFR - 0.2"),
        ("six-month EURIBOR plus 4.25 per cent a year", "EURIBOR 6M + 4.25"),
    ],
)  # fmt: skip
def test_what_is_meant_by_another_form_is_told(text: str, meant: str) -> None:
    with pytest.raises(BadInterest) as told:
        Interest.parse(text)
    assert told.value.remedy == f"write {meant} per_cent_per_year"


@pytest.mark.parametrize(
    "text",
    ["12,500 %", "350 bps", "SOFR", "free", "7.25 per_cent_per_year, rising to 9", "11 % of which 4 % is capitalised",
     "-1 per_cent_per_year", "٧ per_cent_per_year", "", "x" * 100_000, "1 " * 10_000],
)  # fmt: skip
def test_where_it_is_not_clear_what_is_meant_nothing_is_guessed(text: str) -> None:
    with pytest.raises(BadInterest) as told:
        Interest.parse(text)
    assert told.value.remedy == FORMS


@pytest.mark.parametrize(
    ("text", "remedy"),
    [("8 to 7 per_cent_per_year", "write the lower end first, or one rate alone"),
     ("about 7 to 8 per_cent_per_year", "leave out `about`")],
)  # fmt: skip
def test_a_range_rises_and_is_no_more_than_a_range(text: str, remedy: str) -> None:
    with pytest.raises(BadInterest) as told:
        Interest.parse(text)
    assert told.value.remedy == remedy


@given(INTERESTS)
def test_a_rate_that_is_written_is_read_again(interest: Interest) -> None:
    again = Interest.parse(str(interest))
    assert (again.low, again.high, again.benchmark, again.sign) == (
        interest.low, interest.high, interest.benchmark, interest.sign,
    )  # fmt: skip
    assert str(again) == str(interest)
    assert isinstance(again.low, Decimal)


@given(st.text(max_size=60) | st.text("0123456789.,%+-to SOFRbpec_year", max_size=40))
def test_any_text_is_a_rate_or_told_with_one_that_is_read(text: str) -> None:
    try:
        assert Interest.parse(str(Interest.parse(text))) == Interest.parse(text)
    except BadInterest as told:
        if told.remedy.startswith("write ") and told.remedy != FORMS and "lower end" not in told.remedy:
            Interest.parse(told.remedy.removeprefix("write "))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("P12Y", "12 years"),
        ("P18M", "18 months"),
        ("P1Y6M", "1 year and 6 months"),
        ("P1W", "1 week"),
        ("P90D", "90 days"),
    ],
)
def test_a_duration_is_read_and_said(text: str, said: str) -> None:
    assert str(Duration.parse(text)) == said


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("12 years", "write P12Y"), ("12-year", "write P12Y"), ("ten years", "write P10Y"), ("18 months", "write P18M"),
        ("1.5 years", "write P18M"), ("1,5 years", "write P18M"), ("p12y", "write P12Y"), ("90 days", "write P90D"),
        ("P12Y/2035", "write P12Y, and the day on which it falls due as `maturity`"),
    ],
)  # fmt: skip
def test_a_duration_in_words_is_told_as_it_is_written(text: str, remedy: str) -> None:
    with pytest.raises(BadDuration) as told:
        Duration.parse(text)
    assert told.value.remedy == remedy


@pytest.mark.parametrize(
    "text", ["P0Y", "P", "PT5H", "12 to 15 years", "0 years", "1.3 years", "P5Y2Y", "long", "", "٥ years"]
)
def test_what_is_no_one_duration_is_told_so(text: str) -> None:
    with pytest.raises(BadDuration) as told:
        Duration.parse(text)
    assert told.value.remedy.startswith("write P12Y, P18M or P1Y6M where one is stated")


@given(COUNTS, COUNTS, COUNTS, COUNTS, st.dates())
def test_any_duration_leads_from_any_day_to_a_day(years: int, months: int, weeks: int, days: int, day: date) -> None:
    if not any((years, months, weeks, days)):
        return
    text = f"P{years}Y{months}M{weeks}W{days}D"
    duration = Duration.parse(text)
    assert duration.before(day) <= day <= duration.after(day)
    assert (date.min <= duration.before(day)) and (duration.after(day) <= date.max)


def test_a_month_later_is_in_the_next_month_also_from_its_last_day() -> None:
    assert Duration.parse("P1M").after(date(2025, 1, 31)) == date(2025, 2, 28)
    assert Duration.parse("P12Y").after(date(2024, 2, 29)) == date(2036, 2, 29)
    assert Duration.parse("P1M").before(date(2024, 3, 31)) == date(2024, 2, 29)
    assert Duration.parse("P2W1D").after(date(2024, 2, 29)) == date(2024, 2, 29) + timedelta(15)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("interest", "'7,25 %'", "interest: '7,25 %' is no rate of interest in deal/d; write 7.25 per_cent_per_year"),
        ("tenor", "12-year", "tenor: '12-year' is no duration in deal/d; write P12Y"),
        ("maturity", "Q2 2035", "maturity: 'Q2 2035' is not a date in deal/d; a quarter is P3M/2035-06"),
        ("maturity", "2025-06", "maturity: 2025-06 is before date, 2026-01-30, in deal/d; correct one of the two: "
         "`maturity` is the day on which the last of it is to be paid back"),
    ],
)  # fmt: skip
def test_a_term_that_cannot_be_is_told(tmp_path: Path, field: str, value: str, told: str) -> None:
    records = deal("d", "USD 9", **{"date": "2026-01-30", "date_of": "signature", field: value})
    assert only(tmp_path, records) == f"records.yaml:1: {told}"


@pytest.mark.parametrize(("told", "kept"), [("12 years", "P12Y"), ("1 year", "P1Y"), ("18 months", "P18M")])
def test_a_tenor_in_digits_and_a_unit_is_kept_as_iso_text(tmp_path: Path, told: str, kept: str) -> None:
    checked = check(folder_of(tmp_path, deal("d", "USD 9", tenor=told)))
    assert checked.index.deals["deal/d"].properties["tenor"] == kept


def test_terms_are_kept_in_one_form_and_no_bound_holds_a_maturity(tmp_path: Path) -> None:
    terms = {"interest": "SOFR + 3.50 per_cent_per_year", "tenor": "P9Y", "maturity": "2035-06-30"}
    folder = folder_of(
        tmp_path, deal("d", "USD 9", since="2026-06", **terms), expected="dates: {not_after: 2026-12}"
    )  # fmt: skip
    checked = check(folder)
    assert checked.problems == ()
    assert [w for w in checked.warnings if w.field == "maturity"] == []
    kept = checked.index.deals["deal/d"].properties
    assert (kept["interest"], kept["tenor"], kept["maturity"]) == ("SOFR + 3.5 per_cent_per_year", "P9Y", "2035-06-30")


def test_a_report_may_come_after_a_maturity(tmp_path: Path) -> None:
    assert problems(tmp_path, deal("d", "USD 9", date="2026-01", date_of="report", maturity="2025")) == ()


@pytest.mark.parametrize(
    ("since", "tenor", "maturity", "warned"),
    [
        ("2026-06-02", "P9Y", "2035-06-30", False),
        ("2026-06-02", "P9Y", "2036-05", False),
        ("2026-06-02", "P9Y", "2037-06-30", True),
        ("2026-06-02", "P9Y", "2033", True),
        ("2026-06-02", "P108M", "2035-06-30", False),
        ("2026-06-02", "P108M", "2035-12-31", True),
        ("2026", "P9Y", "2036-11", False),
        ("P3M/2026-06", "P9Y", "2050", False),
    ],
)
def test_a_tenor_that_leads_elsewhere_than_to_the_maturity_is_a_warning(
    tmp_path: Path, since: str, tenor: str, maturity: str, warned: bool
) -> None:
    found = warnings(tmp_path, deal("d", "USD 9", since=since, tenor=tenor, maturity=maturity))
    assert [w.field for w in found] == ["maturity"] * warned


def test_the_warning_names_all_three(tmp_path: Path) -> None:
    (warning,) = warnings(tmp_path, deal("d", "USD 9", since="2026-06-02", tenor="P9Y", maturity="2033-06"))
    assert str(warning) == (
        "records.yaml:1: maturity: deal/d runs for 9 years from 2 June 2026, and falls due in June 2033; "
        "correct one of the three, or let it stand where the tenor counts from another day"
    )


def test_a_thing_that_is_no_deal_has_no_terms(tmp_path: Path) -> None:
    record = "- {id: agency/x, name: X, kind: bank, says: Lends., evidence: [paper:1], tenor: long}"
    assert "an Agency has no property 'tenor'" in only(tmp_path, record)
