"""Dates as ISO text, exactly as precise as the source states them.

`2025`, `2025-12` and `2026-02-04` are points; `P5M/2026-02-04` is a window of
five months that ends on that day. Nothing is padded to look more precise.
"""

import re
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


FORMS = "write 2026-02-04, 2025-12, 2025, or a window by its end, P5M/2026-02-04"


class BadDate(ValueError):
    """A text that is no date of the kinds above; `what` is said of it, `remedy` is what to write."""

    def __init__(self, text: str) -> None:
        self.what, self.remedy = f"'{text}' is not a date", FORMS
        super().__init__(f"{self.what}: {self.remedy}")


def check_date(text: str) -> str:
    """Return `text` when it is a point or a window, else raise BadDate with what to write."""
    window = WINDOW.fullmatch(text)
    _check_point(window.group(1) if window else text, text)
    return text


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
    year, month, day = _split_date(point)
    said = " ".join(part for part in (day and str(int(day)), month and MONTHS[int(month) - 1], year) if part)
    return f"the {_format_span(span)} to {said}" if span else said


def format_window(value: object) -> object:
    """A cell of a table: a window in words, everything else as it is."""
    return format_date(value) if isinstance(value, str) and WINDOW.fullmatch(value) else value


def _format_span(span: str) -> str:
    return " and ".join(_count_periods(int(number), PERIODS[unit]) for number, unit in SPAN_PART.findall(span))


def _count_periods(number: int, period: str) -> str:
    if number == 1:
        return period
    return f"{NUMBERS[number] if number < len(NUMBERS) else number} {period}s"


def _check_point(point: str, whole: str) -> None:
    try:
        year, month, day = _split_date(point)
        date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise BadDate(whole) from error


def _split_date(point: str) -> tuple[str, str | None, str | None]:
    match = POINT.fullmatch(point)
    if match is None:
        raise ValueError(point)
    return match.group(1), match.group(2), match.group(3)
