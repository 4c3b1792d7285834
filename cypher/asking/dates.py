"""Days, months, years and spans of them in a question, as the parameters of saved queries take them.

Only what a text says: a day without a year is no date unless the records' own questions have a year to lend.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ledger.dates import MONTHS, BadDate, check_date, find_last_day

MONTH = "|".join(f"{m}|{m[:4]}|{m[:3]}" for m in MONTHS)
NUMBERED = {m[:3].lower(): i for i, m in enumerate(MONTHS, 1)}
YEAR = r"(?:19|20)\d\d"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
ISO = rf"{YEAR}-\d\d(?:-\d\d)?"
DAY_MONTH = rf"(?:the )?{DAY}(?: of)? (?:{MONTH})\b\.?(?:,? {YEAR})?"
MONTH_DAY = rf"(?:{MONTH})\.? {DAY}\b(?!\d)(?:,? {YEAR})?"
MONTH_YEAR = rf"(?:{MONTH})\.?,?(?: of)? {YEAR}"
PARTS = {
    3: {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 4},
    6: {"first": 1, "1st": 1, "second": 2, "2nd": 2, "last": 2},
}
"""By the months of a part of a year, which of these parts is called how."""
CALLED = rf"(?:{'|'.join(PARTS[3])}) (?:quarter|half)"
PART = rf"(?:[QH][1-4](?:[ /-]?| of ){YEAR}|{YEAR}[ /-]?[QH][1-4]|{CALLED} (?:of )?{YEAR})"
POINT = rf"(?:{ISO}|{PART}|{DAY_MONTH}|{MONTH_DAY}|{MONTH_YEAR}|{YEAR})"
JOIN = r"\s*(?:/|–|—|-|\bto\b|\band\b|\buntil\b|\btill\b|\bthrough\b)\s*"
SPAN = re.compile(
    rf"(?<![\w-])(?:(?P<first>{POINT}|{DAY}|(?:{MONTH})\b){JOIN}(?P<last>{POINT})|(?P<point>{POINT}))(?![\w-])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Told:
    """A date that a question tells: `first` and `last` as ISO text, the same for one day, month or year.

    `start` and `end`: where it stands in the text.
    """

    first: str
    last: str
    start: int
    end: int

    @property
    def is_span(self) -> bool:
        """Whether it has two ends."""
        return self.first != self.last

    @property
    def is_year(self) -> bool:
        """Whether it is a year alone, which a name may have in it."""
        return not self.is_span and len(self.last) == len("2026")

    @property
    def as_days(self) -> str:
        """As a parameter of type `days` takes it."""
        return f"{self.first}/{self.last}" if self.is_span else self.first


def find_dates(text: str, usual_year: str | None) -> Iterator[Told]:
    """Every date that a text tells, in order. `usual_year`: for a day or month without one; without it none is made."""
    for found in SPAN.finditer(text):
        last = _read(found["last"] or found["point"], usual_year)
        if last is None:
            continue
        first = last if found["first"] is None else _read_first(found["first"], last)
        if first is not None and first <= last:
            yield Told(first, last, found.start(), found.end())


def _read_first(text: str, last: str) -> str | None:
    """The first end of a span: it takes month and year from the last where it has none."""
    if re.fullmatch(DAY, text, re.IGNORECASE):
        return _checked(f"{last[:7]}-{_number(text):02}") if len(last) == len("2026-02-04") else None
    return _read(text, last[:4])


def _read(text: str, usual_year: str | None) -> str | None:
    """One point, as precise as it is told."""
    text = text.lower().replace(",", " ").replace(".", " ")
    if re.fullmatch(ISO, text):
        return _checked(text)
    year = next(iter(re.findall(rf"(?<!\d){YEAR}(?!\d)", text)), usual_year)
    if year is None:
        return None
    if re.fullmatch(PART, text, re.IGNORECASE):
        return _read_part(text, year)
    month = next((NUMBERED[w[:3]] for w in re.findall(r"[a-z]+", text) if w[:3] in NUMBERED), None)
    if month is None:
        return _checked(year)
    day = re.search(rf"(?<!\d){DAY}(?!\d)", text.replace(year, " "))
    return _checked(f"{year}-{month:02}" + (f"-{_number(day[0]):02}" if day else ""))


def _read_part(text: str, year: str) -> str | None:
    """A quarter or half of a year, as a window by its end."""
    months = 3 if "q" in text else 6
    numbered = re.search(r"[qh]([1-4])", text)
    which = int(numbered[1]) if numbered else PARTS[months].get(text.split(maxsplit=1)[0])
    return _checked(f"P{months}M/{year}-{which * months:02}") if which else None


def _number(text: str) -> int:
    return int("".join(c for c in text if c in "0123456789") or 0)


def _checked(text: str) -> str | None:
    try:
        find_last_day(check_date(text))
    except (BadDate, ValueError):
        return None
    return text
