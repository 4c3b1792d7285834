"""Figures as people type them in a cell, brought to the short text of records: `env. 40 M$` is `about USD 40 million`.

One figure a cell. What may be read in two ways is not read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from ledger.amounts import Amount, BadAmount, Qualifier
from ledger.units import CURRENCIES, UNITS
from loader.imports.values import amount_words as words
from loader.imports.values.numbers import DIGITS, read_number
from loader.imports.values.unreadable import ReadValue, Unreadable

BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
FOOTNOTE = re.compile(r"\s*(?:\*+|[†‡§¹²³]+)\s*$")
AFTER = re.compile(r"\s*[,;:]\s+|\s+[-–—]\s+(?=[^\W\d])")
SIGN = "|".join(re.escape(s) for s in sorted({*words.CURRENCY_SIGNS, "$", "¥", "%"}, key=len, reverse=True))
TOKEN = re.compile(
    rf"(?P<sign>{SIGN})|(?P<number>{DIGITS})|(?P<word>t/[ay]|(?:d['’])?[^\W\d]+\.?)|(?P<mark>[<>]=?|[≤≥~≈+–—/-])|(?P<other>\S)"
)
PHRASES = {phrase: qualifier for qualifier, phrases in words.QUALIFIERS.items() for phrase in phrases}
QUALIFIED = re.compile(
    "(?P<phrase>{})".format(
        "|".join(
            re.escape(p) + (r"(?=[\s0-9€$£¥]|US\$)" if p[-1].isalpha() or p[-1] == "." else "")
            for p in sorted(PHRASES, key=len, reverse=True)
        )
    ),
    re.IGNORECASE,
)
SEVERAL = "write each figure in a row, or a column, of its own: one figure is one deal"
SAY_WHICH = 'say in the mapping\'s `values` what such a cell is, written out: `{"3200 t": 3200 tons}`'
IMPLAUSIBLE = 10**12
"""A figure in whole units that a column's scale alone makes, from which on it is doubted."""
NAMES_OF_UNITS = frozenset(u.name for u in UNITS)


@dataclass(frozen=True)
class AmountRules:
    """What the mapping says of figures.

    `unit`: of a cell that has none; `unless_stated`: whether a cell may have another; `scale`: by which a cell without
    a word such as million is multiplied; `decimal`: the sign before decimals; `currencies`: what a sign or word of
    several currencies stands for.
    """

    unit: str | None = None
    scale: int = 1
    decimal: str | None = None
    currencies: Mapping[str, str] = field(default_factory=dict)
    unless_stated: bool = False


@dataclass
class _Seen:
    """What was found around the numbers of one cell."""

    numbers: list[Decimal] = field(default_factory=list)
    scales: dict[int, int] = field(default_factory=dict)
    """By number from 0, the scale that follows it."""
    units: list[str] = field(default_factory=list)
    qualifier: Qualifier | None = None
    join: str = ""
    between: bool = False
    plus: bool = False
    told: list[str] = field(default_factory=list)


def read_amount(text: str, rules: AmountRules, is_number: bool = False) -> ReadValue:
    """The figure as records write it. `is_number`: the file has the cell as a number. Raises Unreadable."""
    body, note = _split_notes(text)
    seen = _look(body, replace(rules, decimal=".") if is_number else rules)
    unit = _unit_of(seen, rules, text)
    _doubt_scale(seen, rules, text)
    ends = [_whole(n, seen.scales.get(i), seen, rules, i) for i, n in enumerate(seen.numbers)]
    qualifier = seen.qualifier or Qualifier.EXACT
    if len(ends) == 2:
        if not (seen.join or seen.between) or seen.join == "/":
            raise Unreadable(f"'{text}' holds two figures", SEVERAL)
        if seen.qualifier:
            raise Unreadable(f"'{text}' is a range that is {qualifier.value} as well", "leave one of the two out")
        qualifier = Qualifier.RANGE
    thousand = words.THOUSANDS_OF.get(unit)
    if thousand:
        unit, ends = thousand, [end * 1000 for end in ends]
    values = [_in_units(end, seen) for end in ends]
    try:
        amount = Amount(values[0], unit, qualifier, values[1] if len(values) == 2 else None)
    except BadAmount as error:
        raise Unreadable(f"'{text}': {error}", error.remedy or "mend the figure") from None
    return ReadValue(str(amount), note, tuple(seen.told))


def _split_notes(text: str) -> tuple[str, str]:
    """A cell's figure, and what stands in brackets or after a comma; raises Unreadable where that may be a figure
    too."""
    notes = [n.strip() for n in BRACKETS.findall(text)]
    body = FOOTNOTE.sub("", BRACKETS.sub(" ", text)).strip()
    if not re.search("[0-9]", body):
        raise Unreadable(
            f"'{text}' is no figure", "write one, or list it under `blank` where it says that there is none"
        )
    first = re.search("[0-9]", body)
    if first and (after := AFTER.search(body, first.end())):
        notes.append(body[after.end() :].strip())
        body = body[: after.start()]
    if figures := [n for n in notes if re.search("[0-9]", n)]:
        raise Unreadable(f"'{text}' may hold a second figure ({figures[0]})", SEVERAL)
    return body, "; ".join(n for n in notes if n)


def _look(body: str, rules: AmountRules) -> _Seen:
    """Take each word and sign for what it is. Raises Unreadable for one that is none."""
    seen = _Seen()
    rest = body
    if found := QUALIFIED.match(rest):
        seen.qualifier, rest = PHRASES[found["phrase"].lower()], rest[found.end() :].strip()
    for match in TOKEN.finditer(rest):
        kind, token = match.lastgroup, match[0]
        if kind == "number":
            seen.numbers.append(read_number(token.strip(), rules.decimal))
            if len(seen.numbers) > 2:
                raise Unreadable(f"'{body}' holds several figures", SEVERAL)
        elif kind == "sign":
            seen.units.append(_currency(token, rules))
        elif kind == "word":
            _take_word(token, seen, rules, body)
        elif kind == "mark":
            _take_mark(token, seen, body)
        else:
            raise Unreadable(f"'{body}' holds '{token}', which belongs to no figure", "take it out")
    if not seen.numbers:
        raise Unreadable(f"'{body}' is no figure", "write one, or list it under `blank`")
    if seen.plus and len(seen.numbers) > 1:
        raise Unreadable(f"'{body}' holds two figures or a sum to work out", SEVERAL)
    if seen.plus:
        seen.qualifier = seen.qualifier or Qualifier.AT_LEAST
    return seen


def _take_mark(mark: str, seen: _Seen, body: str) -> None:
    if mark == "+" and len(seen.numbers) == 1:
        seen.plus = True
    elif mark in "-–—" and not seen.numbers:
        raise Unreadable(f"'{body}' is below zero", "write what it is: a repayment is no figure of a deal")
    elif mark in "-–—/" and len(seen.numbers) == 1 and not seen.join:
        seen.join = mark
    else:
        raise Unreadable(f"'{body}' holds two figures or a sum to work out", SEVERAL)


def _take_word(token: str, seen: _Seen, rules: AmountRules, body: str) -> None:
    plain = token.lower().rstrip(".").removeprefix("d'").removeprefix("d’")
    last = len(seen.numbers) - 1
    if (token.upper() == token and token in CURRENCIES) or (token.upper() in CURRENCIES and len(token) == 3):
        seen.units.append(token.upper())
    elif last >= 0 and plain in words.SCALES | words.ENGLISH and last not in seen.scales:
        if plain in words.TWO_SIZES and rules.decimal == ",":
            seen.told.append(f"'{token}' is read as {words.ENGLISH[plain]:,}, as in English")
        seen.scales[last] = (words.SCALES | words.ENGLISH)[plain]
    elif plain in words.OF_SEVERAL or token in rules.currencies:
        seen.units.append(_currency(plain if plain in words.OF_SEVERAL else token, rules))
    elif plain in words.CURRENCY_WORDS:
        seen.units.append(words.CURRENCY_WORDS[plain])
    elif plain in words.UNIT_WORDS or plain in NAMES_OF_UNITS:
        seen.units.append(words.UNIT_WORDS.get(plain, plain))
    elif plain in words.BETWEEN and not seen.numbers:
        seen.between = True
    elif plain in words.JOINS and len(seen.numbers) == 1 and not seen.join:
        seen.join = plain
    elif plain in ("us", "de", "of") and seen.numbers:
        return
    elif found := _glued(token):
        scale, currency = found
        seen.scales.setdefault(max(last, 0), words.SCALES[scale.lower()])
        seen.units.append(currency.upper())
    else:
        raise Unreadable(f"'{body}' holds '{token}', which is no unit that is known",
                         "write the unit, put a note in brackets, or list the whole cell under `blank`")  # fmt: skip


def _glued(token: str) -> tuple[str, str] | None:
    """A scale and a currency written as one word: `mUSD`, `MEUR`, `USDm`."""
    for cut in (1, 2, 3):
        head, tail = token[:cut], token[cut:]
        if head.lower() in words.SCALES and tail.upper() in CURRENCIES:
            return head, tail
    if token[:3].upper() in CURRENCIES and token[3:].lower() in words.SCALES:
        return token[3:], token[:3]
    return None


def _currency(sign: str, rules: AmountRules) -> str:
    known = rules.currencies.get(sign) or words.CURRENCY_SIGNS.get(sign) or words.UNIT_WORDS.get(sign)
    if known is None and sign.startswith("dollar"):
        known = rules.currencies.get("$")
    if known is None:
        remedy = f'say whose in the mapping: `numbers: {{currencies: {{"{sign}": USD}}}}`'
        raise Unreadable(f"'{sign}' stands for {words.OF_SEVERAL.get(sign, 'no currency that is known')}", remedy)
    return known


def _unit_of(seen: _Seen, rules: AmountRules, text: str) -> str:
    units = list(dict.fromkeys(seen.units))
    if len(units) > 1:
        raise Unreadable(f"'{text}' has two units, {' and '.join(units)}", SEVERAL)
    unit = units[0] if units else rules.unit
    if unit is None:
        raise Unreadable(f"'{text}' has no unit", "say it in the mapping: `unit: USD`, or `unit: {column: …}`")
    if units and rules.unit and units[0] != rules.unit and not rules.unless_stated:
        remedy = "see which is right; where a unit in the cell holds, say `unless_stated: true` beside `unit`"
        raise Unreadable(f"'{text}' is in {units[0]}, and the mapping says {rules.unit}", remedy)
    if unit in words.UNCLEAR_UNITS:
        raise Unreadable(f"'{text}' is in {unit}, {words.UNCLEAR_UNITS[unit]}", "write it out")
    return unit


def _doubt_scale(seen: _Seen, rules: AmountRules, text: str) -> None:
    """Raise Unreadable where the column's scale may not be meant: beside a unit of the cell's own that the heading does
    not speak of, and where the figure would be a million millions."""
    if rules.scale == 1 or seen.scales:
        return
    if any(unit not in CURRENCIES or (rules.unit and unit != rules.unit) for unit in seen.units):
        raise Unreadable(f"'{text}' has a unit of its own, and `scale` may not be meant for it", SAY_WHICH)
    if any(number * rules.scale >= IMPLAUSIBLE for number in seen.numbers):
        raise Unreadable(f"'{text}', by `scale`, would be {max(seen.numbers) * rules.scale:,f}", SAY_WHICH)


def _whole(number: Decimal, scale: int | None, seen: _Seen, rules: AmountRules, index: int) -> Fraction:
    """The number with its scale: its own, that of the range's other end, or the column's."""
    if scale is None and index == 0 and len(seen.numbers) == 2:
        scale = seen.scales.get(1)
    return Fraction(number) * (scale if scale is not None else rules.scale)


def _in_units(number: Fraction, seen: _Seen) -> int:
    if number.denominator == 1:
        return number.numerator
    seen.told.append(f"{float(number):,.4f} is kept in whole units, as {round(number):,}")
    return round(number)


def read_share(text: str, decimal: str | None, is_number: bool = False) -> ReadValue:
    """Per cent of a whole: `62.5 %`, `12,5`. Raises Unreadable for what is no such share."""
    body, note = _split_notes(text)
    digits = re.fullmatch(rf"({DIGITS})\s*(%|per cent|percent|pct)?", body.strip(), re.IGNORECASE)
    if digits is None:
        raise Unreadable(f"'{text}' is no share", "write digits and %, or list the cell under `blank`")
    number = read_number(digits[1], "." if is_number else decimal)
    if number > 100:
        raise Unreadable(f"'{text}' is more than the whole", "see whether the decimal sign is right")
    return ReadValue(f"{number.normalize():f}", note)
