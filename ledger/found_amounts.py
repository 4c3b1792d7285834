"""Figures as running English text gives them: `$1.2 billion`, `up to 10 billion dollars`, `40,000 tons`.

A helper's reading, to point at what a record may hold: it never becomes a figure by itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from ledger.amounts import LARGEST, SCALES, SHORT, SIGNS, Amount, BadAmount, Qualifier
from ledger.units import CURRENCIES, MEANT, UNITS

SCALE = "|".join((*SCALES, *(s for s in SHORT if len(s) > 1), "[kKmMbB]"))
CODE = "|".join(sorted(CURRENCIES))
WORDS = {
    Qualifier.UP_TO: r"up to|as much as|at most|no more than",
    Qualifier.ABOUT: r"about|around|roughly|nearly|almost|approximately|some|close to",
    Qualifier.MORE_THAN: r"more than|over|above|exceeding|upwards of",
    Qualifier.AT_LEAST: r"at least|no less than|a minimum of",
}
"""How running text limits a figure."""
_COUNTED = [u.name for u in UNITS if "per" not in u.name.split("_")]
UNITS_IN_WORDS = (
    {name.replace("_", " "): name for name in _COUNTED}
    | {re.sub("ies$", "y", name.replace("_", " ")).removesuffix("s"): name for name in _COUNTED}
    | {word: unit for word, unit in MEANT.items() if len(word) > 2 and "_" not in word and word.islower()}
    | {"per cent": "per_cent"}
)
UNIT = "|".join(sorted(map(re.escape, UNITS_IN_WORDS), key=len, reverse=True))
SIGN = "|".join(map(re.escape, (s for s in SIGNS if s != "%")))
A_YEAR = re.compile(
    r"(?:\s+[^\W\d]+){0,4}?\s+(?:(?:a|per|each|every)\s+year|yearly|annually|per annum)\b", re.IGNORECASE
)
"""What makes a rate of the figure that it follows, with few words between: 4,500 tons of cobalt a year."""
RATES = {"tons": "tons_per_year", "ounces": "ounces_per_year", "per_cent": "per_cent_per_year", "USD": "usd_per_year"}
"""By the unit of a figure that of the rate."""
FIGURE = re.compile(
    rf"(?:\b(?P<before>{'|'.join(WORDS.values())})\s+)?"
    rf"(?:(?P<sign>{SIGN})\s*|\b(?P<code>{CODE})\s*|(?<![\w.,]))"
    rf"(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)"
    rf"(?:[\s-]*(?P<scale>{SCALE})\b)?"
    rf"(?:\s*(?P<percent>%)|[\s-]+(?:metric\s+|US\s+|U\.S\.\s+)?(?P<unit>{UNIT}|(?-i:{CODE}))\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class FoundAmount:
    """A figure with the characters of the text in which it stands."""

    amount: Amount
    written: str
    start: int
    end: int


def find_amounts(text: str) -> Iterator[FoundAmount]:
    """Every figure with a currency or unit, in order; numbers of nothing (a year, a page) are none."""
    for found in FIGURE.finditer(text):
        if (amount := _read(found)) is not None:
            yield _rate(FoundAmount(amount, found[0].strip(), found.start(), found.end()), text)


def _rate(figure: FoundAmount, text: str) -> FoundAmount:
    """The figure of a year where the words behind it say so; as it is where no unit counts such a rate."""
    unit = RATES.get(figure.amount.unit)
    told = A_YEAR.match(text, figure.end) if unit else None
    if unit is None or told is None or any(found.start() >= figure.end for found in FIGURE.finditer(told[0])):
        return figure
    return replace(figure, amount=replace(figure.amount, unit=unit), written=text[figure.start : told.end()])


def _read(found: re.Match[str]) -> Amount | None:
    unit = _unit(found)
    if unit is None:
        return None
    scale = (found["scale"] or "").lower()
    value = Fraction(found["number"].replace(",", "")) * SCALES.get(SHORT.get(scale, scale), 1)
    if value.denominator != 1 or value > LARGEST:
        return None
    try:
        return Amount(int(value), unit, _qualify(found["before"]))
    except BadAmount:
        return None


def _unit(found: re.Match[str]) -> str | None:
    if found["sign"]:
        return SIGNS[found["sign"].upper()]
    if found["code"] and found["code"].isupper():
        return found["code"]
    if found["percent"]:
        return "per_cent"
    word = found["unit"]
    return word if word in CURRENCIES else UNITS_IN_WORDS.get(word.lower()) if word else None


def _qualify(words: str | None) -> Qualifier:
    said = " ".join((words or "").lower().split())
    return next((q for q, forms in WORDS.items() if said and said in forms.split("|")), Qualifier.EXACT)
