"""How long something runs, as ISO text of years, months, weeks and days: `P12Y`, `P18M`, `P1Y6M`."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ledger.text import count_things

DURATION = re.compile(r"P(?=[0-9])(?:([0-9]{1,4})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})W)?(?:([0-9]{1,5})D)?")
UNITS = ("year", "month", "week", "day")
WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
SPELT = {word: number for number, word in enumerate(WORDS, 1)}
TOLD = re.compile(
    rf"(?P<number>[0-9]{{1,4}}(?:[.,][0-9])?|{'|'.join(sorted(SPELT, key=len, reverse=True))})"
    rf"[ -]?(?P<unit>{'|'.join(UNITS)}|yr|y|m|w|d)s?",
    re.IGNORECASE,
)
WINDOW = re.compile(r"(P[0-9A-Z]+)/(.+)")
FORMS = "write P12Y, P18M or P1Y6M"
NOT_ONE = f"{FORMS} where one is stated; else leave it out, and tell it in `says`"


PLAIN = re.compile(r"([1-9][0-9]{0,3}) (year|month|week|day)s?")


def write_duration(text: str) -> str:
    """A duration as ISO text: one that is told as digits and a unit is written so, any other text is left as it is.

    >>> write_duration("9 years"), write_duration("about 9 years")
    ('P9Y', 'about 9 years')
    """
    plain = PLAIN.fullmatch(text)
    return f"P{plain[1]}{plain[2][0].upper()}" if plain else text


class BadDuration(ValueError):
    """A text that is no duration; `what` is said of it, `remedy` is what to write."""

    def __init__(self, text: str) -> None:
        self.what, self.remedy = f"'{text}' is no duration", _find_remedy(text.strip()[:80])
        super().__init__(self.what)


@dataclass(frozen=True)
class Duration:
    """Some years, months, weeks and days; never nothing."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    @classmethod
    def parse(cls, text: str) -> "Duration":
        """Read `P12Y` and the like. Raises BadDuration."""
        found = DURATION.fullmatch(text)
        counted = [int(part or 0) for part in found.groups()] if found else []
        if not any(counted):
            raise BadDuration(text)
        return cls(*counted)

    @property
    def finest(self) -> "Duration":
        """One of the smallest unit in which it is told: it is no more precise than that."""
        if self.days:
            return Duration(days=1)
        return Duration(weeks=1) if self.weeks else Duration(months=1) if self.months else Duration(years=1)

    def after(self, day: date) -> date:
        """The day that lies so much later; the last that there is where that is later still."""
        return _shift(day, self.years * 12 + self.months, self.weeks * 7 + self.days)

    def before(self, day: date) -> date:
        """The day that lies so much earlier; the first that there is where that is earlier still."""
        return _shift(day, -self.years * 12 - self.months, -self.weeks * 7 - self.days)

    def __str__(self) -> str:
        counted = zip((self.years, self.months, self.weeks, self.days), UNITS, strict=True)
        return " and ".join(count_things(number, unit) for number, unit in counted if number)


def _shift(day: date, months: int, days: int) -> date:
    number = day.year * 12 + day.month - 1 + months
    if number < 12:
        return date.min
    if number >= (date.max.year + 1) * 12:
        return date.max
    year, month = number // 12, number % 12 + 1
    ordinal = date(year, month, min(day.day, monthrange(year, month)[1])).toordinal() + days
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def _find_remedy(text: str) -> str:
    window = WINDOW.fullmatch(text)
    if window and DURATION.fullmatch(window[1]):
        return f"write {window[1]}, and the day on which it falls due as `maturity`"
    if found := TOLD.fullmatch(text):
        return _tell_iso(found["number"].lower().replace(",", "."), found["unit"][0].upper())
    small = DURATION.fullmatch(text.upper()) if text != text.upper() else None
    return f"write {text.upper()}" if small and any(int(part or 0) for part in small.groups()) else NOT_ONE


def _tell_iso(number: str, unit: str) -> str:
    count = Decimal(SPELT.get(number, 0) or number)
    if count == int(count) and count > 0:
        return f"write P{int(count)}{unit}"
    months = count * 12
    return f"write P{int(months)}M" if unit == "Y" and months and months == int(months) else NOT_ONE
