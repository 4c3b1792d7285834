"""What a figure is: a whole number of one unit, with how firmly it is stated.

Units are never mixed and never converted. `Amount.parse` reads the short text
that records use, such as `up to USD 10 billion` or `100,000 tons`.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from ledger.glossary import spell_term
from ledger.units import CURRENCY, MEANT, is_unit


class Qualifier(StrEnum):
    """How a source limits the number it gives."""

    EXACT = "exact"
    ABOUT = "about"
    UP_TO = "up_to"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    RANGE = "range"
    UNQUANTIFIED = "unquantified"


WORDS = {
    Qualifier.ABOUT: "about",
    Qualifier.UP_TO: "up to",
    Qualifier.MORE_THAN: "more than",
    Qualifier.AT_LEAST: "at least",
    Qualifier.UNQUANTIFIED: "unquantified",
}
OPEN_ENDED = (Qualifier.MORE_THAN, Qualifier.AT_LEAST)
"""Figures that have no ceiling."""
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
LARGEST = 2**63 - 1
NUMBER = re.compile(r"[0-9]{1,3}(,[0-9]{3}){1,9}|[0-9]{1,30}(\.[0-9]{1,12})?")
RANGE = re.compile(
    "(?P<between>between )?{} (?P<join>to|and) {}".format(
        *(
            rf"(?:(?P<code{n}>[A-Z]{{3}}) )?(?P<{end}>[0-9][0-9.,]*)(?: (?P<scale{n}>{'|'.join(SCALES)}))?"
            rf"(?: (?P<of{n}>[A-Z]{{3}}|[a-z][a-z_]*))?"
            for end, n in (("low", ""), ("high", "2"))
        )
    )
)
SIGNS = {"US$": "USD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "%": "per_cent"}
SHORT = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "mio": "million",
    "bn": "billion",
    "b": "billion",
    "tn": "trillion",
}
LOOSE = re.compile(
    r"([^\W\d_]{3})?\s*(US\$|[$€£¥₹])?\s*([0-9][0-9,]*(?:\.[0-9]+)?)\s*(%|[a-z]+)?\s*(.*)", re.IGNORECASE
)


class BadAmount(ValueError):
    """A text that is no amount; `remedy` is what to write, where that can be told."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.remedy = remedy


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
    """One figure: `value` whole units of `unit` (a currency code, or tons, countries, …); None when unquantified.

    A range has its floor as `value` and a `ceiling`, which nothing else has.
    """

    value: int | None
    unit: str
    qualifier: Qualifier
    ceiling: int | None = None

    def __post_init__(self) -> None:
        if (self.ceiling is None) != (self.qualifier is not Qualifier.RANGE):
            raise BadAmount("a range has a ceiling, and nothing else has one")
        if (self.value is None) != (self.qualifier is Qualifier.UNQUANTIFIED):
            raise BadAmount("an amount has a value unless it is unquantified")
        if self.value is not None and not 0 <= self.value <= LARGEST:
            raise BadAmount(f"{self.value} is below zero or more than a graph can hold: an amount counts what is there")
        if self.ceiling is not None:
            self._check_ceiling(self.value or 0, self.ceiling)
        if not is_unit(self.unit):
            raise BadAmount(f"'{self.unit}' is not a unit: write a currency code such as USD, or a word such as tons")

    def _check_ceiling(self, floor: int, ceiling: int) -> None:
        if ceiling > LARGEST:
            raise BadAmount(f"{ceiling} is more than a graph can hold")
        if floor >= ceiling:
            ends = f"{format_amount(floor, self.unit)} to {format_amount(ceiling, self.unit)}"
            rising = "write the lower end first, and `million` or the like at both ends where they differ"
            alone = f"write {format_amount(floor, self.unit)} alone"
            raise BadAmount(f"the range {ends} does not rise", alone if floor == ceiling else rising)

    @classmethod
    def parse(cls, text: str) -> "Amount":
        """Read `[about|up to|more than|at least] USD 10 billion`, `100,000 tons`, `USD 2 to 3 billion` or
        `unquantified USD`; raise BadAmount.

        The unit need not be a known one: `ledger.units.is_known_unit` tells.
        """
        try:
            return _parse_amount(text)
        except BadAmount as error:
            meant = "" if error.remedy else _guess_amount(text)
            raise BadAmount(str(error), error.remedy or (f"is `{meant}` meant?" if meant else "")) from None

    def interval(self) -> Interval | None:
        """What the figure may be: up to has no floor, more than and at least no ceiling; exact and about: a point."""
        if self.value is None:
            return None
        if self.ceiling is not None:
            return Interval(self.value, self.ceiling)
        floor = 0 if self.qualifier is Qualifier.UP_TO else self.value
        return Interval(floor, None if self.qualifier in OPEN_ENDED else self.value)

    def __str__(self) -> str:
        words = WORDS.get(self.qualifier, "")
        if self.value is not None and self.ceiling is not None:
            return _format_range(self.value, self.ceiling, self.unit)
        if self.value is None:
            return f"{words} {self.unit}"
        return f"{words} {format_amount(self.value, self.unit)}".strip()


def format_amount(value: int, unit: str) -> str:
    """A number with its unit as people read it, without rounding: `USD 14.8 billion`, `100,000 tons`."""
    if not CURRENCY.fullmatch(unit):
        return f"{value:,} {unit}"
    for word in ("trillion", "billion", "million"):
        scaled = Decimal(value) / SCALES[word]
        if scaled >= 1 and scaled == scaled.quantize(Decimal("0.0001")):
            return f"{unit} {scaled.normalize():f} {word}"
    return f"{unit} {value:,}"


def format_interval(interval: Interval, unit: str) -> str:
    """An interval as people read it: `USD 3 million`, `up to …`, `at least …`, `… to …`."""
    unit = spell_term(unit)
    if interval.ceiling is None:
        return f"at least {format_amount(interval.floor, unit)}"
    if interval.floor == interval.ceiling:
        return format_amount(interval.floor, unit)
    if interval.floor == 0:
        return f"up to {format_amount(interval.ceiling, unit)}"
    return f"{format_amount(interval.floor, unit)} to {format_amount(interval.ceiling, unit)}"


def _format_range(floor: int, ceiling: int, unit: str) -> str:
    """Both ends, the unit once where that cannot be read otherwise: `USD 2 billion to 3 billion`."""
    low, high = format_amount(floor, unit), format_amount(ceiling, unit)
    if not CURRENCY.fullmatch(unit):
        return f"{floor:,} to {high}"
    if low.count(" ") != high.count(" "):
        return f"{unit} {floor:,} to {ceiling:,}"
    return f"{low} to {high.removeprefix(f'{unit} ')}"


def _parse_amount(text: str) -> Amount:
    plain = " ".join(text.split())
    qualifier, rest = _split_qualifier(plain)
    if qualifier is Qualifier.UNQUANTIFIED:
        return Amount(None, rest, qualifier)
    ends = RANGE.fullmatch(rest)
    if ends is None or bool(ends["between"]) != (ends["join"] == "and"):
        value, unit = _parse_figure(rest, text)
        return Amount(value, unit, qualifier)
    if qualifier is not Qualifier.EXACT:
        raise BadAmount(f"'{text}' is a range that is {WORDS[qualifier]} as well", f"leave out `{WORDS[qualifier]}`")
    return _parse_range(ends, text)


def _parse_range(ends: re.Match[str], text: str) -> Amount:
    """Both ends of a range; a unit or scale that stands at its upper end alone is meant for both."""
    low_units, high_units = ([u for u in ends.group(*names) if u] for names in (("code", "of"), ("code2", "of2")))
    units = {*low_units, *high_units}
    if len(units) != 1:
        what = f"has two units, {' and '.join(sorted(units))}" if units else "has no unit"
        raise BadAmount(f"'{text}' {what}", "write a range in one unit, such as USD 2 billion to 3 billion")
    if ends["scale2"] and not ends["scale"] and low_units and high_units:
        raise BadAmount(f"'{text}' may begin at two figures", _tell_both_ends(ends, *units))
    shared = ends["scale2"]
    scales = (ends["scale"] or shared, ends["scale2"])
    low, high = (
        [number, *filter(None, (scale,))] for number, scale in zip(ends.group("low", "high"), scales, strict=True)
    )
    return Amount(_whole_number(low, text), units.pop(), Qualifier.RANGE, _whole_number(high, text))


def _tell_both_ends(ends: re.Match[str], unit: str) -> str:
    """How to write a range whose lower end may or may not be meant in the scale of the upper one."""
    low, high, scale = ends["low"], ends["high"], ends["scale2"]
    if CURRENCY.fullmatch(unit):
        return f"write {unit} {low} {scale} to {high} {scale}, or both ends in figures without `{scale}`"
    return f"write {low} {scale} to {high} {scale} {unit}, or both ends in figures without `{scale}`"


def _parse_figure(figure: str, text: str) -> tuple[int, str]:
    """The value and unit of one figure; `text` is what it stands in, for messages."""
    words = figure.split(" ")
    if CURRENCY.fullmatch(words[0]):
        words = [*words[1:], words[0]]
    if not 2 <= len(words) <= 3:
        raise BadAmount(_describe_amounts(text))
    *number, unit = words
    return _whole_number(number, text), unit


def _split_qualifier(text: str) -> tuple[Qualifier, str]:
    for qualifier, words in WORDS.items():
        if text.startswith(words + " "):
            return qualifier, text[len(words) + 1 :]
    return Qualifier.EXACT, text


def _whole_number(words: list[str], text: str) -> int:
    if not NUMBER.fullmatch(words[0]) or (len(words) == 2 and words[1] not in SCALES):
        raise BadAmount(_describe_amounts(text))
    number = Fraction(words[0].replace(",", "")) * (SCALES[words[1]] if len(words) == 2 else 1)
    if number.denominator != 1:
        raise BadAmount(
            f"'{text}' is not a whole number of units", "write it in a smaller unit, or as a rounded figure"
        )
    return number.numerator


def _describe_amounts(text: str) -> str:
    examples = "USD 10 billion, up to USD 700 million, more than 5 countries, USD 2 to 3 billion or unquantified USD"
    return f"'{text}' is not an amount: write {examples}"


def _guess_range(text: str) -> str:
    """A text such as `$2-3bn` as a range is written, whether or not it is one."""
    joined = re.sub(r"(?<=[\w%])\s*[-–—]\s*(?=[0-9$€£¥₹]|US\$)", " to ", text)
    for sign in sorted(SIGNS, key=len, reverse=True):
        joined = joined.replace(sign, f" {SIGNS[sign]} ")
    words = re.sub(r"(?<=[0-9])(?=[a-z])", " ", " ".join(joined.split())).split(" ")
    meant = " ".join(SHORT.get(word, word) for word in words)
    ends = RANGE.fullmatch(meant)
    if ends and ends["code"] and ends["code2"] and ends["scale2"] and not ends["scale"]:
        return meant[: ends.end("low")] + f" {ends['scale2']}" + meant[ends.end("low") :]
    return meant


def _guess_amount(text: str) -> str | None:
    """The amount that a text such as `$10bn` or `12 %` most likely is."""
    qualifier, rest = _split_qualifier(" ".join(text.split())[:80])
    match = LOOSE.fullmatch(rest)
    if match is None or any(c.isdigit() for c in match[5] or ""):
        meant = _guess_range(rest)
        return meant if RANGE.fullmatch(meant) and meant != rest and _is_amount(meant) else None
    code, sign, number, word, more = (part or "" for part in match.groups())
    singular = word.lower().removesuffix("s")
    scale = singular if singular in SCALES else SHORT.get(word.lower(), "")
    if (sign or CURRENCY.fullmatch(code.upper())) and ((word and not scale) or more):
        return None  # what else stands there may change the figure
    counted = SIGNS.get(sign) or code.upper() or SIGNS.get(word) or (more if scale else f"{word} {more}")
    unit = MEANT.get(counted.strip().lower().replace(" ", "_"), counted.strip())
    parts = (unit, number, scale) if CURRENCY.fullmatch(unit) else (number, scale, unit)
    meant = " ".join(part for part in (WORDS.get(qualifier, ""), *parts) if part)
    return meant if meant != text and _is_amount(meant) else None


def _is_amount(text: str) -> bool:
    try:
        _parse_amount(text)
    except BadAmount:
        return False
    return True
