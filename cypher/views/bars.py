"""Bars: each sum by deal, place, mineral or recipient, a panel a sum, so that no unit, stage or side is ever mixed.

A panel's bars are what the totals' breakdowns hold. They have no bottom line, since one deal may stand in two of them.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from cypher.deals import DealBook
from cypher.results import Table, Value
from cypher.views.figures import (
    describe_inside,
    describe_measure,
    describe_minerals,
    describe_not_itemised,
    describe_side,
)
from cypher.views.totals import (
    SLICE,
    Sums,
    describe_added,
    describe_left_out,
    find_sums,
    find_wholes_elsewhere,
    read_sums,
)
from cypher.views.view import Material, View
from ledger.amounts import Interval, format_interval
from ledger.glossary import spell_term
from ledger.totals import GroupTotal

DEAL = "deal"
BY = (DEAL, "place", "mineral", "recipient")
"""What the bars of a panel may be."""
NOT_ITEMISED = "not itemised"
COLUMNS = ("panel", "by", "name", "comes_to", "deals", "note", "unit", "stage", "side", "floor", "ceiling", "id")
LEADING = 4
BESIDE = "beside"


@dataclass(frozen=True)
class Bar:
    """What one deal, place, mineral or recipient comes to in a sum. `id`: None where it is not stated which, or for
    what wholes hold beyond their parts."""

    name: str
    interval: Interval
    deals: tuple[str, ...]
    id: str | None = None
    note: str = ""


@dataclass(frozen=True)
class Panel:
    """The bars of one sum, by one thing."""

    group: GroupTotal
    by: str
    bars: tuple[Bar, ...]


def build_panels(sums: Sums, by: str) -> tuple[Panel, ...]:
    """A panel a sum, the firmest first; of those that can be told by it, which by deal all can."""
    found = (Panel(group, by, tuple(_list_bars(group, by, sums))) for group in sums.totals.groups)
    return tuple(panel for panel in found if any(bar.id is not None for bar in panel.bars))


def list_untold(sums: Sums, by: str) -> tuple[GroupTotal, ...]:
    """The sums of which no deal tells it, so that they have no panel."""
    told = {panel.group.key for panel in build_panels(sums, by)}
    return tuple(group for group in sums.totals.groups if group.key not in told)


def name_group(group: GroupTotal, book: DealBook) -> str:
    """A sum in words: its stage, side and unit, and how it was measured."""
    key = group.key
    said = (spell_term(key.stage), describe_side(key, book), spell_term(key.unit))
    return ", ".join(filter(None, (*said, describe_measure(key), describe_minerals(key, book))))


def as_rows(material: Material) -> Table:
    """Every bar of every panel by each thing, then what stands beside."""
    sums = find_sums(material)
    rows = [row for by in BY for panel in build_panels(sums, by) for row in _list_rows(panel, sums.book)]
    rows += _list_beside(sums)
    return Table(COLUMNS, tuple(tuple(row.get(c) for c in COLUMNS) for row in rows), leading=LEADING)


def as_json(material: Material) -> dict[str, Any]:
    """The panels by each thing."""
    sums = find_sums(material)
    panels = [
        {
            "key": asdict(panel.group.key),
            "by": panel.by,
            "sum": asdict(panel.group.interval),
            "bars": [asdict(bar) for bar in panel.bars],
        }
        for by in BY
        for panel in build_panels(sums, by)
    ]
    return {"panels": panels, "beside": [asdict(x) for x in sums.totals.left_out], "names": sums.book.names}


def _list_bars(group: GroupTotal, by: str, sums: Sums) -> Iterator[Bar]:
    book = sums.book
    if by == DEAL:
        elsewhere = find_wholes_elsewhere(sums.totals, book)
        for counted in sorted(group.added, key=lambda c: (-_rank(c.interval), c.deal)):
            inside = tuple(x.deal for x in group.inside if counted.deal in x.inside)
            note = describe_added(counted.deal, group.key, book, elsewhere)
            holds = f"holds {', '.join(book.name(deal) for deal in inside)}" if inside else ""
            told = "; ".join(filter(None, (note, holds)))
            yield Bar(book.name(counted.deal), counted.interval, (counted.deal, *inside), counted.deal, told)
        return
    breakdown = next(b for b in group.breakdowns if b.dimension == by)
    for s in breakdown.slices:
        yield Bar(book.name(s.value), s.interval, s.deals, s.value, describe_inside(s, book))
    if breakdown.not_itemised is not None:
        note = describe_not_itemised(group, by, book)
        sliced = {deal for s in breakdown.slices for deal in s.deals}
        wholes = tuple(c.deal for c in group.added if c.deal not in sliced)
        wholes += tuple(x.deal for x in group.inside if x.deal not in sliced and sliced.isdisjoint(x.inside))
        yield Bar(NOT_ITEMISED, breakdown.not_itemised, wholes, None, note)


def _rank(interval: Interval) -> int:
    return interval.floor if interval.ceiling is None else interval.ceiling


def _list_rows(panel: Panel, book: DealBook) -> Iterator[dict[str, Value]]:
    key = panel.group.key
    for bar in panel.bars:
        note = "; ".join(filter(None, (bar.note, "" if panel.by == DEAL else SLICE)))
        yield {
            "panel": name_group(panel.group, book),
            "by": panel.by,
            "name": bar.name,
            "comes_to": format_interval(bar.interval, key.unit),
            "deals": "; ".join(book.name(deal) for deal in bar.deals),
            "note": note or None,
            "unit": key.unit,
            "stage": spell_term(key.stage),
            "side": describe_side(key, book),
            "floor": bar.interval.floor,
            "ceiling": bar.interval.ceiling,
            "id": bar.id,
        }


def _list_beside(sums: Sums) -> Iterator[dict[str, Value]]:
    for x in sums.totals.left_out:
        deal = sums.book.by_id.get(x.deal)
        figure = str(deal.amount) if deal and deal.amount else None
        yield {
            "panel": BESIDE,
            "by": DEAL,
            "name": sums.book.name(x.deal),
            "comes_to": figure,
            "note": describe_left_out(x, sums.book),
            "id": x.deal,
        }


BARS = View("bars", as_rows, as_json, needs_all_rows=True, read_more=read_sums, title="Bars", takes_deals=True)
