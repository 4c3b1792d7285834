"""What a question marks itself: words in quotes, and numbers with what limits them and what they count.

They are never left out in silence: a wording takes them, or the question is none that it answers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from cypher.asking.words import Word, split_words
from ledger.amounts import LARGEST, SCALES, SHORT, SIGNS
from ledger.found_amounts import UNITS_IN_WORDS
from ledger.units import CURRENCIES

QUOTES = re.compile(r"[\"“”„«»]([^\"“”„‟«»]{1,200})[\"“”„«»]|(?<![\w'’])['‘]([^'’\"“”„‟«»]{1,200})['’](?!\w)")
"""No quote is in a quote, so that what is said back in quotes ends where they end."""


class Bound(StrEnum):
    """How a number is limited; two that are not the same are never read as one another."""

    NONE = ""
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    ABOUT = "about"
    BETWEEN = "between"
    """The lower of two, which no wording takes."""


BEFORE = {
    Bound.AT_LEAST: r"at least|(?:no|not) (?:less|fewer) than|(?:a )?minimum(?: of)?",
    Bound.MORE_THAN: r"(?:more|greater|larger|bigger|higher) than|over|above|exceeding|beyond|upwards of",
    Bound.AT_MOST: r"at most|up to|(?:no|not) (?:more|longer|larger) than|(?:a )?maximum(?: of)?|within",
    Bound.LESS_THAN: r"(?:less|fewer|smaller|lower) than|under|below",
    Bound.ABOUT: r"about|around|roughly|nearly|almost|approximately|some|close to",
    Bound.BETWEEN: r"between",
}
BEHIND = {
    Bound.AT_LEAST: r"(?:or|and) (?:more|above|over|larger|bigger)|plus\b|\+",
    Bound.AT_MOST: r"(?:or|and) (?:less|fewer|below|under|smaller)",
}
SIGN = "|".join(map(re.escape, sorted((s for s in SIGNS if s != "%"), key=len, reverse=True)))
CODE = "|".join(sorted(CURRENCIES))
SCALE = "|".join((*SCALES, *sorted(SHORT, key=len, reverse=True)))
UNIT = "|".join(sorted(map(re.escape, UNITS_IN_WORDS), key=len, reverse=True))
LONGEST_LIMIT = 30
"""Characters before a number in which its limit is looked for."""
_LIMIT = re.compile(rf"(?:{'|'.join(f'(?P<{b.name}>{words})' for b, words in BEFORE.items())})\s*$", re.IGNORECASE)
NUMBER = re.compile(
    rf"(?<![\w.,/-])(?:(?P<sign>{SIGN})\s?|(?P<code>(?-i:{CODE}))\s)?"
    rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,15}}(?:\.\d+)?)(?![\d,./]*\d)"
    rf"(?:[\s-]?(?P<scale>{SCALE})\b)?(?![\w])"
    rf"(?:\s(?P<unit>{UNIT}|(?-i:{CODE}))\b|(?P<percent>\s?%))?"
    rf"(?:\s?(?:{'|'.join(f'(?P<then_{b.name}>{words})' for b, words in BEHIND.items())}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Quoted:
    """Words that were put in quotes; `text`: as they were written."""

    text: str
    words: tuple[Word, ...]
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Number:
    """A whole number that a question tells, what limits it, and the unit or currency that it counts, if any is told.

    `words`: all that it is written with, its limit among them. `is_figure`: it is limited, counts money or is told by
    the million; other numbers may be words of a name, or said by the way (*the 54 countries*).
    """

    value: int
    bound: Bound
    unit: str | None
    text: str
    words: tuple[Word, ...]
    is_figure: bool = False
    start: int = 0
    end: int = 0


def find_quoted(text: str) -> Iterator[Quoted]:
    """What stands in quotes, in order; an apostrophe is none."""
    for found in QUOTES.finditer(text):
        inner = " ".join((found[1] or found[2]).split())
        if split_words(inner):
            yield Quoted(inner, split_words(inner), found.start(), found.end())


def find_numbers(text: str) -> Iterator[Number]:
    """Every number, in order, with its limit and unit; one that is no whole number once it is written out is none."""
    for found in NUMBER.finditer(text):
        scale = (found["scale"] or "").lower()
        value = Fraction(found["number"].replace(",", "")) * SCALES.get(SHORT.get(scale, scale), 1)
        if value.denominator != 1 or value > LARGEST:
            continue
        limit = _LIMIT.search(text, max(0, found.start() - LONGEST_LIMIT), found.start())
        start = limit.start() if limit and (limit.start() == 0 or not text[limit.start() - 1].isalnum()) else None
        bounds = [*([_bound_before(limit)] if limit and start is not None else []), *_bounds_behind(found)]
        if len(bounds) > 1:
            continue
        begin = found.start() if start is None else start
        whole = text[begin : found.end()]
        bound, unit = bounds[0] if bounds else Bound.NONE, _unit(found)
        is_figure = bool(bound or scale or unit in (*CURRENCIES, "per_cent"))
        yield Number(int(value), bound, unit, whole, split_words(whole), is_figure, begin, found.end())


def _bound_before(limit: re.Match[str]) -> Bound:
    return next(b for b in BEFORE if limit[b.name] is not None)


def _bounds_behind(found: re.Match[str]) -> list[Bound]:
    return [b for b in BEHIND if found[f"then_{b.name}"] is not None]


def _unit(found: re.Match[str]) -> str | None:
    if found["sign"]:
        return SIGNS[found["sign"].upper()]
    if found["percent"]:
        return SIGNS["%"]
    told = found["code"] or found["unit"]
    return None if told is None else UNITS_IN_WORDS.get(told.lower(), told.upper())
