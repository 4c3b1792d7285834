"""What held on a day: cases worked out by hand, and every day that rough dates may mean tried one by one."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.dates import find_first_day, find_last_day
from ledger.deals import Deal, Instrument, Stage, Step, WhoseMoney
from ledger.periods import Held, Period, has_come, hold_together, holds_on, order_of
from ledger.progress import NotThen, stand_on

YES, NO, OPEN = Held.YES, Held.NO, Held.NOT_CERTAIN
DAYS = st.dates(min_value=date(2024, 12, 1), max_value=date(2026, 3, 1)).map(str)
POINTS = DAYS | DAYS.map(lambda d: d[:7])
DATES = POINTS | POINTS.map(lambda d: f"P2M/{d}") | DAYS.map(lambda d: f"P1W/{d}") | st.just("2025")
MAYBE = st.none() | DATES


@pytest.mark.parametrize(
    ("day", "since", "until", "told", "expected"),
    [
        ("2020-01-01", None, None, None, OPEN),
        ("2020-01-01", "2020-01-01", None, None, YES),
        ("2019-12-31", "2020-01-01", None, None, NO),
        ("2020-06-29", "2020-06", None, None, OPEN),
        ("2020-06-30", "2020-06", None, None, YES),
        ("2020-05-31", "2020-06", None, None, NO),
        ("2025-01-15", "P3M/2025-03", None, None, OPEN),
        ("2024-12-31", "P3M/2025-03", None, None, NO),
        ("2021-06-29", "2016-03-03", "2021-06-30", None, YES),
        ("2021-06-30", "2016-03-03", "2021-06-30", None, OPEN),
        ("2021-07-01", "2016-03-03", "2021-06-30", None, NO),
        ("2021-03-01", "2016", "2021", None, OPEN),
        ("2022-01-01", None, "2021", None, NO),
        ("2020-12-31", None, "2021", None, OPEN),
        ("2026-02-01", None, None, "2026-02-02", OPEN),
        ("2026-02-02", None, None, "2026-02-02", YES),
        ("2026-05-01", None, None, "2026-02-02", YES),
        ("2026-05-01", "2026-05-02", None, "2026-02-02", NO),
    ],
)
def test_whether_it_held_on_a_day(
    day: str, since: str | None, until: str | None, told: str | None, expected: Held
) -> None:
    assert holds_on(date.fromisoformat(day), Period(since, until, told=told)) is expected


@pytest.mark.parametrize(
    ("day", "gone", "expected"),
    [
        ("2025-09-29", "2025-09-30", YES),
        ("2025-09-30", "2025-09-30", NO),
        ("2025-08-31", "2025-09", YES),
        ("2025-09-01", "2025-09", OPEN),
        ("2025-09-30", "2025-09", NO),
        ("2025-06-30", "P3M/2025-09", YES),
        ("2025-07-01", "P3M/2025-09", OPEN),
    ],
)
def test_what_is_gone_from_a_day_on_does_not_hold_on_the_last_day_that_may_be_meant(
    day: str, gone: str, expected: Held
) -> None:
    assert holds_on(date.fromisoformat(day), Period("2024", gone=gone)) is expected


@pytest.mark.parametrize(("day", "expected"), [("2025-02-28", NO), ("2025-03-01", OPEN), ("2027-01-01", OPEN)])
def test_what_lies_within_something_is_no_older_than_that_and_no_more_is_told_of_its_beginning(
    day: str, expected: Held
) -> None:
    assert holds_on(date.fromisoformat(day), Period(not_before="2025-03-01")) is expected


def days_of(when: str) -> Iterator[date]:
    first, last = find_first_day(when), find_last_day(when)
    return (first + timedelta(n) for n in range((last - first).days + 1))


def said_of(answers: set[bool]) -> Held:
    return OPEN if len(answers) > 1 else YES if answers.pop() else NO


@settings(max_examples=300)
@given(DATES, MAYBE, MAYBE, DAYS)
def test_it_is_certain_where_all_days_that_its_dates_may_mean_agree(
    since: str, until: str | None, gone: str | None, asked: str
) -> None:
    day = date.fromisoformat(asked)
    begun = {begin <= day for begin in days_of(since)}
    last = {answer for end in days_of(until) for answer in (day <= end, day < end)} if until else {True}
    not_gone = {day < end for end in days_of(gone)} if gone else {True}
    expected = said_of({b and e and g for b in begun for e in last for g in not_gone})
    assert holds_on(day, Period(since, until, gone)) is expected


@settings(max_examples=200)
@given(DATES, DAYS)
def test_a_deal_stands_in_a_sum_when_its_date_has_come_for_certain(when: str, asked: str) -> None:
    day = date.fromisoformat(asked)
    deal = Deal(
        "deal/a", "A", Instrument.LOAN, Stage.SIGNED, WhoseMoney.NOT_STATED, history=(Step(Stage.SIGNED, when),)
    )
    try:
        found = YES if stand_on(deal, day).stage is Stage.SIGNED else OPEN
    except NotThen as error:
        found = NO if error.is_later else OPEN
    assert found is has_come(day, when)


@given(st.lists(st.sampled_from(Held), min_size=1))
def test_together_they_hold_as_the_least_certain_of_them(each: list[Held]) -> None:
    assert hold_together(*each) is min(each, key=[NO, OPEN, YES].index)


def test_dates_are_put_in_order_by_the_first_day_that_they_may_mean_then_the_last() -> None:
    told = ["P5M/2025-06", "2025-01-01", "2025-01", "2025", "P3M/2025-06", "2025-06-01", None]
    in_order = sorted(told, key=order_of)
    assert in_order == ["2025-01-01", "2025-01", "2025", "P5M/2025-06", "P3M/2025-06", "2025-06-01", None]
