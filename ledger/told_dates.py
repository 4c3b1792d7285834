"""Which parts of a date a text gives in English words or in numbers."""

import re

from ledger.dates import MONTHS, find_last_day, is_window, split_date

NAME_OF_MONTH = "|".join(f"{name}|{name[:3]}|{name[:4]}" for name in sorted(MONTHS, key=len, reverse=True))
MONTH = re.compile(rf"\b(?:{NAME_OF_MONTH})\b")
"""Capital letters tell May and March from the verbs."""
NUMERIC = re.compile(r"(?<!\d)\d{1,4}([-./])\d{1,2}(?:\1\d{1,4})?(?!\d)")
"""A date in numbers, whatever comes first in it."""
BESIDE = 14
"""Characters before or after the name of a month within which its day stands: `3rd and 4th of `."""
END = re.compile(r"\b(?:end|close)\b", re.IGNORECASE)
MIDDLE = re.compile(r"\b(?:middle|mid)\b", re.IGNORECASE)


def list_untold_parts(date: str, text: str) -> tuple[str, ...]:
    """The day, month and year of a date, or of the end of a window, that stand nowhere in a text: `year 2026`.

    A quarter, half or fiscal year is told by its year. The last day of a year is told by its end, that of June by the
    middle of its year.
    """
    year, month, day = split_date(date.rpartition("/")[2])
    if is_window(date) and day is None:
        month = None
    if day and _is_rounded(date, text):
        month = day = None
    untold = []
    if day and not _gives_day(int(day), int(month or 0), text):
        untold.append(f"day {int(day)}")
    if month and not _gives_month(int(month), text):
        untold.append(f"month {MONTHS[int(month) - 1]}")
    if not re.search(rf"(?<!\d){year}(?!\d)", text):
        untold.append(f"year {year}")
    return tuple(untold)


def _is_rounded(date: str, text: str) -> bool:
    """Whether a day stands for the end or the middle of its year."""
    last = find_last_day(date)
    if (last.month, last.day) == (12, 31):
        return bool(END.search(text))
    return (last.month, last.day) == (6, 30) and bool(MIDDLE.search(text))


def _gives_month(month: int, text: str) -> bool:
    return bool(_months(month, text)) or any(month in numbers for numbers in _numeric_dates(text))


def _gives_day(day: int, month: int, text: str) -> bool:
    """Whether it stands beside its month; beside any where the month is not given."""
    written = re.compile(rf"(?<!\d)0?{day}(?:st|nd|rd|th)?(?![\w])")
    for found in _months(month, text):
        around = text[max(0, found.start() - BESIDE) : found.start()], text[found.end() : found.end() + BESIDE]
        if any(written.search(side) for side in around):
            return True
    return any({day, month} <= set(numbers) for numbers in _numeric_dates(text))


def _months(month: int, text: str) -> list[re.Match[str]]:
    return [found for found in MONTH.finditer(text) if MONTHS[month - 1].startswith(found[0])]


def _numeric_dates(text: str) -> list[tuple[int, ...]]:
    return [tuple(map(int, re.split(r"[-./]", found[0]))) for found in NUMERIC.finditer(text)]
