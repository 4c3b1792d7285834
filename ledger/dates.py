"""Dates as ISO text, exactly as precise as the source states them.

`2025`, `2025-12` and `2026-02-04` are points; `P5M/2026-02-04` is a window of
five months that ends on that day. Nothing is padded to look more precise.
"""

import re
from calendar import monthrange
from datetime import date

from ledger.text import shorten

POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
WINDOW = re.compile(r"P(?:[0-9]+[YMWD])+/(.+)")
SPAN_PART = re.compile(r"([0-9]+)([YMWD])")
PERIODS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


QUARTER = re.compile(r"([0-9]{4})[ /-]?Q([1-4])|Q([1-4])[ /-]?([0-9]{4})", re.IGNORECASE)
HALF = re.compile(r"([0-9]{4})[ /-]?H([12])|H([12])[ /-]?([0-9]{4})", re.IGNORECASE)
FISCAL_YEAR = re.compile(r"(?:FY|fiscal(?: year)?|financial year) ?([0-9]{4}|[0-9]{2})(?:[/-]([0-9]{2}|[0-9]{4}))?",
                         re.IGNORECASE)  # fmt: skip
FORMS = "write 2026-02-04, 2025-12, 2025, or a window by its end, P5M/2026-02-04"


class BadDate(ValueError):
    """A text that is no date of the kinds above; `what` is said of it, `remedy` is what to write."""

    def __init__(self, text: str) -> None:
        self.what, self.remedy = f"'{text}' is not a date", _period_instead(text.strip()) or FORMS
        super().__init__(f"{self.what}: {self.remedy}")


def check_date(text: str) -> str:
    """Return `text` when it is a point or a window, else raise BadDate with what to write."""
    window = WINDOW.fullmatch(text)
    if window and sum(_count_months_and_days(text)) == 0:
        raise BadDate(text)
    _check_point(window.group(1) if window else text, text)
    return text


def find_first_day(text: str) -> date:
    """The first day that a date may mean: of a year or month its first one, of a window the one it begins with."""
    span, _, point = text.rpartition("/")
    year, month, day = split_date(point)
    if not span:
        return date(int(year), int(month or 1), int(day or 1))
    last = find_last_day(point)
    months, days = _count_months_and_days(span)
    number = last.year * 12 + last.month - 1 - months
    if number < 12:
        return date.min
    ends_month = last.day == _days_of_month(last.year, last.month)
    length = _days_of_month(number // 12, number % 12 + 1)
    back = date(number // 12, number % 12 + 1, length if ends_month else min(last.day, length))
    ordinal = back.toordinal() - days + 1
    return date.fromordinal(ordinal) if ordinal > 0 else date.min


def find_last_day(text: str) -> date:
    """The last day that a date may mean: of a year or month its last one, of a window the one it ends with."""
    year, month, day = split_date(text.rpartition("/")[2])
    last_month = int(month or 12)
    return date(int(year), last_month, int(day or _days_of_month(int(year), last_month)))


def is_window(text: str) -> bool:
    """Whether `text` is a span of time rather than one point."""
    return text.startswith("P")


def format_date(value: object) -> str:
    """A date as people read it, no more precise than it is: `4 February 2026`, `the six months to 4 February 2026`.

    What is no date is given back, and said to be none.
    """
    text = str(value)
    try:
        check_date(text)
    except BadDate:
        return f"{shorten(text)} (not a date)"
    span, _, point = text.rpartition("/")
    year, month, day = split_date(point)
    said = " ".join(part for part in (day and str(int(day)), month and MONTHS[int(month) - 1], year) if part)
    return f"the {_format_span(span)} to {said}" if span else said


def format_window(value: object) -> object:
    """A cell of a table: a window in words, everything else as it is."""
    return format_date(value) if isinstance(value, str) and WINDOW.fullmatch(value) else value


def _period_instead(text: str) -> str | None:
    """What to write for a quarter, half or fiscal year, which are windows by their end."""
    if found := QUARTER.fullmatch(text):
        return f"a quarter is P3M/{found[1] or found[4]}-{int(found[2] or found[3]) * 3:02}"
    if found := HALF.fullmatch(text):
        return f"a half year is P6M/{found[1] or found[4]}-{int(found[2] or found[3]) * 6:02}"
    if found := FISCAL_YEAR.fullmatch(text):
        year = int(found[1] if len(found[1]) == 4 else f"20{found[1]}") + bool(found[2])
        return f"a fiscal year is P1Y/{year:04}-09 where its last month is September, and likewise for another month"
    return None


def _count_months_and_days(span: str) -> tuple[int, int]:
    counted = dict.fromkeys(PERIODS, 0)
    for number, unit in SPAN_PART.findall(span):
        counted[unit] += int(number[:9])
    return counted["Y"] * 12 + counted["M"], counted["W"] * 7 + counted["D"]


def _days_of_month(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _format_span(span: str) -> str:
    return " and ".join(_count_periods(int(number), PERIODS[unit]) for number, unit in SPAN_PART.findall(span))


def _count_periods(number: int, period: str) -> str:
    if number == 1:
        return period
    return f"{NUMBERS[number] if number < len(NUMBERS) else number} {period}s"


def _check_point(point: str, whole: str) -> None:
    try:
        year, month, day = split_date(point)
        date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise BadDate(whole) from error


def split_date(point: str) -> tuple[str, str | None, str | None]:
    """The year, month and day of a point, as far as it has them; raises ValueError for what is none."""
    match = POINT.fullmatch(point)
    if match is None:
        raise ValueError(point)
    return match.group(1), match.group(2), match.group(3)
