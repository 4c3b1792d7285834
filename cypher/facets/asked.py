"""What a filter asks of one facet, and as a text: `approved,committed`, `USD:5000000..`, `2025-06..2026-02,none`."""

import re
from dataclasses import dataclass
from datetime import date

from cypher.facets.facet import RANGES, Facet
from ledger.amounts import LARGEST, Interval
from ledger.dates import find_first_day, find_last_day

NONE = "none"
"""Stands for things of which the facet is not told."""
BETWEEN, TO, BEHIND_UNIT = ",", "..", ":"
ESCAPES = {"%": "%25", BETWEEN: "%2C", BEHIND_UNIT: "%3A"}
MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
WHOLE = re.compile(r"[0-9]{1,19}")
MOST_VALUES = 100


@dataclass(frozen=True)
class Asked:
    """What one facet must be: any of `values`; or of one unit and where it may lie between `low` and `high`; or a date
    that may lie between the months `first` and `last`. `with_none`: things of which it is not told pass as well.
    """

    facet: Facet
    values: frozenset[str] = frozenset()
    unit: str = ""
    low: int | None = None
    high: int | None = None
    first: str = ""
    last: str = ""
    with_none: bool = False

    def fits_value(self, values: frozenset[str]) -> bool:
        """Whether a thing with these values passes; one without any has `none`."""
        return not self.values.isdisjoint(values) if values else self.with_none

    def fits_amount(self, unit: str, figure: Interval) -> bool:
        """Whether a figure may lie in the range: what is no point passes where any of it does."""
        below = self.high is not None and figure.floor > self.high
        above = self.low is not None and figure.ceiling is not None and figure.ceiling < self.low
        return unit == self.unit and not below and not above

    def fits_days(self, first: date, last: date) -> bool:
        """Whether a date that lies between two days may lie in the months asked for."""
        begins = find_first_day(self.first) if self.first else date.min
        ends = find_last_day(self.last) if self.last else date.max
        return first <= ends and last >= begins


def read_asked(facet: str, text: str) -> Asked | None:
    """What a text asks of a facet; None for one that asks nothing that can be read."""
    if facet not in tuple(Facet):
        return None
    parts = [part for part in text.split(BETWEEN) if part]
    values = frozenset(_unescape(part) for part in parts if part != NONE)
    if not parts or len(parts) > MOST_VALUES:
        return None
    asked = Asked(Facet(facet), values, with_none=NONE in parts)
    if asked.facet not in RANGES:
        return asked
    told = [part for part in parts if part != NONE]
    if not told:
        return asked
    return _read_range(asked.facet, told[0], with_none=asked.with_none) if len(told) == 1 else None


def write_asked(asked: Asked) -> str:
    """The text of what is asked, values in order."""
    told = [_escape(value) for value in sorted(asked.values)]
    if asked.unit:
        ends = ("" if end is None else str(end) for end in (asked.low, asked.high))
        told = [f"{_escape(asked.unit)}{BEHIND_UNIT}{TO.join(ends)}"]
    elif asked.first or asked.last:
        told = [f"{asked.first}{TO}{asked.last}"]
    return BETWEEN.join([*told, *([NONE] if asked.with_none else [])])


def write_list(items: tuple[str, ...]) -> str:
    """Ids in one text, in their order."""
    return BETWEEN.join(map(_escape, items))


def read_list(text: str) -> tuple[str, ...]:
    """The ids of such a text, each once."""
    return tuple(dict.fromkeys(_unescape(part) for part in text.split(BETWEEN) if part))


def _read_range(facet: Facet, text: str, *, with_none: bool) -> Asked | None:
    unit, colon, ends = text.rpartition(BEHIND_UNIT)
    low, dots, high = ends.partition(TO)
    if not dots or bool(colon and unit) != (facet is Facet.AMOUNT):
        return None
    if facet is Facet.DATE:
        is_read = all(not end or _is_month(end) for end in (low, high)) and (low or high) and low <= (high or low)
        return Asked(facet, first=low, last=high, with_none=with_none) if is_read else None
    if not all(not end or (WHOLE.fullmatch(end) and int(end) <= LARGEST) for end in (low, high)):
        return None
    floor, ceiling = (int(end) if end else None for end in (low, high))
    if floor is not None and ceiling is not None and floor > ceiling:
        return None
    return Asked(facet, unit=_unescape(unit), low=floor, high=ceiling, with_none=with_none)


def _is_month(text: str) -> bool:
    return bool(MONTH.fullmatch(text)) and not text.startswith("0000")


def _escape(text: str) -> str:
    if text == NONE:
        return "%6Eone"
    return "".join(ESCAPES.get(sign, sign) for sign in text)


def _unescape(text: str) -> str:
    for sign, written in reversed((*ESCAPES.items(), ("n", "%6E"))):
        text = text.replace(written, sign)
    return text
