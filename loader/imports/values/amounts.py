"""Figures as people type them in a cell, brought to the short text of records: `env. 40 M$` is `about USD 40 million`.

One figure a cell. What may be read in two ways is not read.
"""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from ledger.amounts import Amount, BadAmount, Qualifier
from ledger.units import CURRENCIES
from loader.imports.values import amount_words as words
from loader.imports.values.amount_notes import split_notes
from loader.imports.values.amount_parts import SEVERAL, AmountRules, Seen, find_parts
from loader.imports.values.numbers import DIGITS, read_number
from loader.imports.values.unreadable import ReadValue, Unreadable

SAY_WHICH = 'say in the mapping\'s `values` what such a cell is, written out: `{"3200 t": 3200 tons}`'
SCALE_OF_A_UNIT = (
    "take `scale` out of the mapping, and say it of the units that have it: `values: {USD: USD m, t: tons}`"
)
IMPLAUSIBLE = 10**12
"""A figure in whole units that a column's scale alone makes, from which on it is doubted."""


def read_amount(text: str, rules: AmountRules, is_number: bool = False) -> ReadValue:
    """The figure as records write it. `is_number`: the file has the cell as a number. Raises Unreadable."""
    rules = _with_unit(rules)
    body, note = split_notes(text)
    seen = find_parts(body, replace(rules, decimal=".") if is_number else rules)
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


def read_written(text: str, rules: AmountRules) -> ReadValue:
    """A figure that the mapping's table has written out: no scale is meant for it. Raises Unreadable."""
    plain = _with_unit(replace(rules, scale=1))
    return read_amount(text, replace(plain, scale=1, unless_stated=True, unit_of_the_row=False))


def _with_unit(rules: AmountRules) -> AmountRules:
    """The rules with their unit as records write it: `usd`, `US$` and `USD m` are one currency, the last in millions.

    A word that nobody knows is kept as a unit of its own. Raises Unreadable for a unit that may be two, and where unit
    and mapping both say a scale.
    """
    if rules.unit is None or (re.fullmatch("[a-z][a-z_]*", rules.unit) and not words.is_known(rules.unit)):
        return rules
    seen = find_parts(f"1 {rules.unit}", rules)
    units = list(dict.fromkeys(seen.units))
    if len(units) != 1 or len(seen.numbers) != 1 or seen.join or seen.qualifier:
        raise Unreadable(f"'{rules.unit}' is no one unit", "write a currency such as USD, or a word such as tons")
    if not seen.scales:
        return replace(rules, unit=units[0])
    if rules.scale != 1:
        raise Unreadable(
            f"the unit '{rules.unit}' says a scale, and so does the mapping", "take `scale` out of the mapping"
        )
    return replace(rules, unit=units[0], scale=seen.scales[0])


def _unit_of(seen: Seen, rules: AmountRules, text: str) -> str:
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


def _doubt_scale(seen: Seen, rules: AmountRules, text: str) -> None:
    """Raise Unreadable where the column's scale may not be meant: beside a unit of the cell's own that the heading does
    not speak of, and where the figure would be a million millions."""
    if rules.scale == 1 or seen.scales:
        return
    if rules.unit_of_the_row and not seen.units and rules.unit not in CURRENCIES:
        what = f"'{text}' is in {rules.unit} by its unit's column, and `scale` may not be meant for it"
        raise Unreadable(what, SCALE_OF_A_UNIT)
    if any(unit not in CURRENCIES or (rules.unit and unit != rules.unit) for unit in seen.units):
        raise Unreadable(f"'{text}' has a unit of its own, and `scale` may not be meant for it", SAY_WHICH)
    if any(number * rules.scale >= IMPLAUSIBLE for number in seen.numbers):
        raise Unreadable(f"'{text}', by `scale`, would be {max(seen.numbers) * rules.scale:,f}", SAY_WHICH)


def _whole(number: Decimal, scale: int | None, seen: Seen, rules: AmountRules, index: int) -> Fraction:
    """The number with its scale: its own, that of the range's other end, or the column's."""
    if scale is None and index == 0 and len(seen.numbers) == 2:
        scale = seen.scales.get(1)
    return Fraction(number) * (scale if scale is not None else rules.scale)


def _in_units(number: Fraction, seen: Seen) -> int:
    if number.denominator == 1:
        return number.numerator
    seen.told.append(f"{float(number):,.4f} is kept in whole units, as {round(number):,}")
    return round(number)


def read_share(text: str, decimal: str | None, is_number: bool = False, ask_for_sign: bool = False) -> ReadValue:
    """Per cent of a whole: `62.5 %`, `12,5`. `ask_for_sign`: up to 1 it must say that it is of a hundred, since sheets
    write 49 % as 0.49 too. Raises Unreadable for what is no such share."""
    body, note = split_notes(text)
    digits = re.fullmatch(rf"({DIGITS})\s*(%|per cent|percent|pct)?", body.strip(), re.IGNORECASE)
    if digits is None:
        raise Unreadable(f"'{text}' is no share", "write digits and %, or list the cell under `blank`")
    number = read_number(digits[1], "." if is_number else decimal)
    if number > 100:
        raise Unreadable(f"'{text}' is more than the whole", "see whether the decimal sign is right")
    if ask_for_sign and 0 < number <= 1 and not digits[2]:
        hundred = f"{number * 100:f}"
        shown = hundred.rstrip("0").rstrip(".") if "." in hundred else hundred
        remedy = f'say which in the mapping\'s `values`: `{{"{text}": {shown} %}}`'
        raise Unreadable(f"'{text}' may be {number:f} per cent or {shown} per cent", remedy)
    return ReadValue(f"{number.normalize():f}", note)
