"""What a figure is: a whole number of one unit, with how firmly it is stated.

Units are never mixed and never converted. `Amount.parse` reads the short text
that records use, such as `up to USD 10 billion` or `100,000 tons`.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction


class Qualifier(StrEnum):
    """How a source limits the number it gives."""

    EXACT = "exact"
    ABOUT = "about"
    UP_TO = "up_to"
    MORE_THAN = "more_than"
    UNQUANTIFIED = "unquantified"


WORDS = {
    Qualifier.ABOUT: "about",
    Qualifier.UP_TO: "up to",
    Qualifier.MORE_THAN: "more than",
    Qualifier.UNQUANTIFIED: "unquantified",
}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
LARGEST = 2**63 - 1
CURRENCY = re.compile(r"[A-Z]{3}")
UNIT = re.compile(r"[a-z][a-z_]*")
NUMBER = re.compile(r"[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,30}(\.[0-9]{1,12})?")


class BadAmount(ValueError):
    """A text that is no amount."""


@dataclass(frozen=True)
class Interval:
    """What a figure may be: at least `floor`, at most `ceiling` (None: no upper end)."""

    floor: int
    ceiling: int | None

    def __add__(self, other: "Interval") -> "Interval":
        open_ended = self.ceiling is None or other.ceiling is None
        return Interval(self.floor + other.floor, None if open_ended else (self.ceiling or 0) + (other.ceiling or 0))

    def less(self, other: "Interval") -> "Interval":
        """What may remain of this when `other` is taken out, never below zero."""
        floor = 0 if other.ceiling is None else max(0, self.floor - other.ceiling)
        ceiling = None if self.ceiling is None else max(0, self.ceiling - other.floor)
        return Interval(floor, ceiling)


NOTHING = Interval(0, 0)


@dataclass(frozen=True)
class Amount:
    """One figure: `value` whole units of `unit` (a currency code, or tons, countries, …); None when unquantified."""

    value: int | None
    unit: str
    qualifier: Qualifier

    def __post_init__(self) -> None:
        if (self.value is None) != (self.qualifier is Qualifier.UNQUANTIFIED):
            raise BadAmount("an amount has a value unless it is unquantified")
        if self.value is not None and not 0 <= self.value <= LARGEST:
            raise BadAmount(f"{self.value} is below zero or more than a graph can hold: an amount counts what is there")
        if not (CURRENCY.fullmatch(self.unit) or UNIT.fullmatch(self.unit)):
            raise BadAmount(f"'{self.unit}' is not a unit: write a currency code such as USD, or a word such as tons")

    @classmethod
    def parse(cls, text: str) -> "Amount":
        """Read `[about|up to|more than] USD 10 billion`, `100,000 tons` or `unquantified USD`; raise BadAmount."""
        qualifier, rest = _split_qualifier(" ".join(text.split()))
        if qualifier is Qualifier.UNQUANTIFIED:
            return cls(None, rest, qualifier)
        words = rest.split(" ")
        if CURRENCY.fullmatch(words[0]):
            words = [*words[1:], words[0]]
        if not 2 <= len(words) <= 3:
            raise BadAmount(_help(text))
        *number, unit = words
        return cls(_whole_number(number, text), unit, qualifier)

    def interval(self) -> Interval | None:
        """What the figure may be: exact and about are a point, up to has no floor, more than has no ceiling."""
        if self.value is None:
            return None
        floor = 0 if self.qualifier is Qualifier.UP_TO else self.value
        return Interval(floor, None if self.qualifier is Qualifier.MORE_THAN else self.value)

    def __str__(self) -> str:
        words = WORDS.get(self.qualifier, "")
        if self.value is None:
            return f"{words} {self.unit}"
        return f"{words} {say(self.value, self.unit)}".strip()


def say(value: int, unit: str) -> str:
    """A number with its unit as people read it, without rounding: `USD 14.8 billion`, `100,000 tons`."""
    if not CURRENCY.fullmatch(unit):
        return f"{value:,} {unit}"
    for word in ("trillion", "billion", "million"):
        scaled = Decimal(value) / SCALES[word]
        if scaled >= 1 and scaled == scaled.quantize(Decimal("0.0001")):
            return f"{unit} {scaled.normalize():f} {word}"
    return f"{unit} {value:,}"


def _split_qualifier(text: str) -> tuple[Qualifier, str]:
    for qualifier, words in WORDS.items():
        if text.startswith(words + " "):
            return qualifier, text[len(words) + 1 :]
    return Qualifier.EXACT, text


def _whole_number(words: list[str], text: str) -> int:
    if not NUMBER.fullmatch(words[0]) or (len(words) == 2 and words[1] not in SCALES):
        raise BadAmount(_help(text))
    number = Fraction(words[0].replace(",", "")) * (SCALES[words[1]] if len(words) == 2 else 1)
    if number.denominator != 1:
        raise BadAmount(f"'{text}' is not a whole number of units")
    return number.numerator


def _help(text: str) -> str:
    examples = "USD 10 billion, up to USD 700 million, more than 5 countries or unquantified USD"
    return f"'{text}' is not an amount: write {examples}"
