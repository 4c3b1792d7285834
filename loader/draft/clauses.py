"""What a sentence still holds: the figures, names and dates of each clause that no record resting on it mentions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ledger.dates import BadDate, check_date, split_date
from ledger.found_amounts import FoundAmount, find_amounts
from ledger.found_dates import FoundDate, find_dates
from ledger.found_names import FoundName, NameFinder
from ledger.names import plain_words
from loader.draft.known import Recorded

BETWEEN = re.compile(
    r"[;:]\s+|\s+[–—]\s+|,?\s+(?=(?:while|whereas|although|which|who|whose|where|but)\b)|,\s+(?=(?:and|or|as|with)\b)"
)
"""Between clauses, by rule as sentences are: marks that part, and words that begin another."""
NUMBER = re.compile(r"(?<![\w.,$€£¥])\d[\d,]*(?:\.\d+)?(?!\w)(?:%|[ -]per[ -]?cent|[ -][a-z]+)?")


@dataclass(frozen=True)
class FoundNumber:
    """A number of something that is no unit of figures, with the word behind it."""

    written: str
    start: int
    end: int

    @property
    def number(self) -> Decimal:
        """The number alone."""
        return Decimal(re.sub(r"[^\d.]", "", self.written))


OWNERS = re.compile(r"['’]s\b")
"""The s of an owner, which is none of the name."""
Thing = FoundName | FoundAmount | FoundDate | FoundNumber


@dataclass(frozen=True)
class Left:
    """A clause with what of it no record mentions."""

    clause: str
    things: tuple[str, ...]


def split_clauses(text: str) -> list[tuple[int, int]]:
    """Where each clause of a sentence begins and ends."""
    cuts = [(m.start(), m.end()) for m in BETWEEN.finditer(text)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if text[a:b].strip()]


def find_numbers(text: str, taken: Sequence[FoundAmount | FoundDate]) -> Iterator[FoundNumber]:
    """Numbers that are neither a figure with a unit nor a date."""
    for found in NUMBER.finditer(text):
        if not any(t.start < found.end() and found.start() < t.end for t in taken):
            yield FoundNumber(found[0], found.start(), found.end())


def list_left(text: str, things: Sequence[Thing], recorded: Sequence[Recorded], finder: NameFinder) -> tuple[Left, ...]:
    """By clause what no record mentions that rests on it; clauses of which nothing is left are not told.

    `finder`: by which a record's words name a thing, under whichever of its names.
    """
    said = _Said(recorded, finder)
    found = []
    for start, end in split_clauses(text):
        here = sorted((t for t in things if start <= t.start < end), key=lambda t: t.start)
        left = tuple(dict.fromkeys(t.written for t in here if not said.mentions(t)))
        if left:
            found.append(Left(text[start:end].strip(" ,"), left))
    return tuple(found)


class _Said:
    """All that some records say together."""

    def __init__(self, recorded: Sequence[Recorded], finder: NameFinder) -> None:
        text = " \n ".join(r.says for r in recorded)
        self._ids = frozenset(i for r in recorded for i in r.ids) | {i for n in finder.find(text) for i in n.ids}
        self._numbers = frozenset(n for r in recorded for n in r.numbers) | {n.number for n in find_numbers(text, [])}
        self._words = f" {' '.join(plain_words(OWNERS.sub('', text)))} "
        amounts = {pair for r in recorded for pair in r.amounts}
        self._amounts = amounts | {(a.amount.value or 0, a.amount.unit) for a in find_amounts(text)}
        dates = [str(d) for r in recorded for d in r.dates]
        self._dates = [*_parts(dates), *((d.year, d.month, d.day) for d in find_dates(text))]

    def mentions(self, thing: Thing) -> bool:
        if isinstance(thing, FoundAmount):
            return (thing.amount.value, thing.amount.unit) in self._amounts
        if isinstance(thing, FoundDate):
            return any(_agrees(thing, parts) for parts in self._dates)
        if isinstance(thing, FoundNumber):
            return thing.number in self._numbers
        return bool(self._ids & set(thing.ids)) or f" {' '.join(plain_words(thing.written))} " in self._words


def _parts(dates: Sequence[str]) -> Iterator[tuple[int | None, int | None, int | None]]:
    for date in dates:
        try:
            year, month, day = split_date(check_date(date).rpartition("/")[2])
        except (BadDate, ValueError):
            continue
        yield int(year), int(month) if month else None, int(day) if day else None


def _agrees(found: FoundDate, parts: tuple[int | None, int | None, int | None]) -> bool:
    """Whether what the text gives of a date is what the record has."""
    given = zip((found.year, found.month, found.day), parts, strict=True)
    return all(mine is None or mine == other for mine, other in given)
