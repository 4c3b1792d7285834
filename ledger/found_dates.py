"""Dates as running English text gives them, each no more precise than it stands there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ledger.dates import MONTHS
from ledger.told_dates import NAME_OF_MONTH

YEAR = r"(?:19|20)\d{2}"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
FORMS = re.compile(
    rf"(?P<iso>\b{YEAR}-\d{{2}}(?:-\d{{2}})?\b)"
    rf"|\b(?P<day>{DAY})\s+(?:of\s+)?(?P<month>{NAME_OF_MONTH})\b\.?(?:,?\s+(?P<year>{YEAR})\b)?"
    rf"|\b(?P<month2>{NAME_OF_MONTH})\b\.?\s+(?P<day2>{DAY})\b(?:,?\s+(?P<year2>{YEAR})\b)?"
    rf"|\b(?P<month3>{NAME_OF_MONTH})\b\.?(?:,?\s+(?:of\s+)?(?P<year3>{YEAR})\b)"
    rf"|(?<![\w$€£¥.,-])(?P<year4>{YEAR})(?![\w%-]|[.,]\d)"
)


@dataclass(frozen=True)
class FoundDate:
    """A date with the characters in which it stands; `year` is None where the text gives none."""

    year: int | None
    month: int | None
    day: int | None
    written: str
    start: int
    end: int

    def __str__(self) -> str:
        """As a record writes it; without a year as it stands in the text."""
        if self.year is None:
            return self.written
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)])


def find_dates(text: str) -> Iterator[FoundDate]:
    """Every day, month and year that stands in a text, in order."""
    for found in FORMS.finditer(text):
        if found["iso"]:
            year, month, *rest = map(int, found["iso"].split("-"))
            parts: tuple[int | None, int | None, int | None] = (year, month, rest[0] if rest else None)
        else:
            parts = (
                _number(found["year"] or found["year2"] or found["year3"] or found["year4"]),
                _month(found["month"] or found["month2"] or found["month3"]),
                _number(found["day"] or found["day2"]),
            )
        yield FoundDate(*parts, found[0], found.start(), found.end())


def _number(text: str | None) -> int | None:
    return int(re.sub(r"\D", "", text)) if text else None


def _month(name: str | None) -> int | None:
    return next((n for n, month in enumerate(MONTHS, 1) if name and month.startswith(name[:3])), None)
