"""What can be asked of each facet in a picture: the values that occur, with how many things have them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cypher.facets import NONE, Facet, Facets
from cypher.facets.facet import RANGES
from ledger.deals import Instrument, Stage, WhoseMoney
from ledger.disputes import Weight
from ledger.glossary import spell_term

MOST_MONTHS = 600
"""Dates farther apart than so many months are not counted by month."""
ORDER = {
    Facet.STAGE: tuple(Stage),
    Facet.INSTRUMENT: tuple(Instrument),
    Facet.WHOSE_MONEY: tuple(WhoseMoney),
    Facet.DISPUTED: tuple(Weight),
}
ORIGINS = {"1": "one origin", "2": "two origins", "3": "three origins or more"}


@dataclass(frozen=True)
class Offer:
    """One value that occurs, what it is called, and how many things of the picture have it."""

    value: str
    words: str
    count: int


@dataclass(frozen=True)
class Figures:
    """The figures of one unit: how many, and between which of them they lie; `high`: the largest that is told."""

    unit: str
    count: int
    low: int
    high: int


def list_offers(facets: Facets, facet: Facet) -> tuple[Offer, ...]:
    """The values of a facet that occur, in their own order where they have one, else those of most things first."""
    there = facets.values.get(facet, {})
    counts = Counter(value for values in there.values() for value in values)
    order = {str(term): at for at, term in enumerate(ORDER.get(facet, ()))}
    ranked = sorted(
        counts, key=lambda v: (order.get(v, len(order)), -counts[v], name_value(facets, facet, v).casefold())
    )
    offers = [Offer(value, name_value(facets, facet, value), counts[value]) for value in ranked]
    none = count_untold(facets, facet)
    return (*offers, *([Offer(NONE, name_value(facets, facet, NONE), none)] if none else []))


def count_untold(facets: Facets, facet: Facet) -> int:
    """Of how many things the facet is not told."""
    there = facets.values.get(facet, {})
    if facet in RANGES:
        told = facets.amounts if facet is Facet.AMOUNT else facets.days
        return len(there.keys() - told.keys())
    return sum(not values for values in there.values())


def name_value(facets: Facets, facet: Facet, value: str) -> str:
    """A value in words, as plain text."""
    if value == NONE:
        return "not stated"
    if facet is Facet.ORIGINS:
        return ORIGINS.get(value, value)
    return facets.names.get(value) or spell_term(value)


def list_figures(facets: Facets) -> tuple[Figures, ...]:
    """The units that occur, those of most figures first."""
    by_unit: dict[str, list[int]] = {}
    for unit, figure in facets.amounts.values():
        by_unit.setdefault(unit, []).append(figure.floor if figure.ceiling is None else figure.ceiling)
    made = (Figures(unit, len(tops), min(tops), max(tops)) for unit, tops in by_unit.items())
    return tuple(sorted(made, key=lambda f: (-f.count, f.unit)))


def count_by_month(facets: Facets) -> Mapping[str, int]:
    """By month, how many dates may lie in it: a window counts in each of its months. From the first month to the last,
    those without any too; nothing where there are no dates, or they lie too far apart."""
    spans = [(_number(first), _number(last)) for first, last in facets.days.values()]
    if not spans:
        return {}
    begin, end = min(first for first, _ in spans), max(last for _, last in spans)
    if end - begin >= MOST_MONTHS:
        return {}
    counts = dict.fromkeys(range(begin, end + 1), 0)
    for first, last in spans:
        for month in range(first, last + 1):
            counts[month] += 1
    return {f"{month // 12:04}-{month % 12 + 1:02}": count for month, count in counts.items()}


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1
