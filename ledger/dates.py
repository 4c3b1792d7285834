"""Dates as ISO text, exactly as precise as the source states them.

`2025`, `2025-12` and `2026-02-04` are points; `P5M/2026-02-04` is a window of
five months that ends on that day. Nothing is padded to look more precise.
"""

import re
from datetime import date

POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
WINDOW = re.compile(r"P(?:[0-9]+[YMWD])+/(.+)")


class BadDate(ValueError):
    """A text that is no date of the kinds above."""


def check_date(text: str) -> str:
    """Return `text` when it is a point or a window, else raise BadDate with what to write."""
    window = WINDOW.fullmatch(text)
    _check_point(window.group(1) if window else text, text)
    return text


def is_window(text: str) -> bool:
    """Whether `text` is a span of time rather than one point."""
    return text.startswith("P")


def _check_point(point: str, whole: str) -> None:
    try:
        year, month, day = _split_date(point)
        date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise BadDate(
            f"'{whole}' is not a date: write 2026-02-04, 2025-12, 2025, or a window by its end, P5M/2026-02-04"
        ) from error


def _split_date(point: str) -> tuple[str, str | None, str | None]:
    match = POINT.fullmatch(point)
    if match is None:
        raise ValueError(point)
    return match.group(1), match.group(2), match.group(3)
