"""Single numbers: each sum of an answer by itself, large, and never one figure made of several; of a unit the firmest
first, money before quantities.

Each is a sum as the totals have it, with what it is (stage, whose money, unit, measure), how it is bounded, what it
rests on and what must be known of it. What stands in no sum stands beside, with its reason.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from cypher.deals import DealBook
from cypher.results import Table, Value
from cypher.views.doubts import describe_doubts
from cypher.views.figures import describe_measure, describe_minerals, describe_side
from cypher.views.totals import Sums, describe_left_out, find_sums, read_sums
from cypher.views.view import Material, View
from ledger.amounts import Interval, format_interval
from ledger.dates import format_date
from ledger.glossary import spell_term
from ledger.totals import GroupTotal, Totals

COLUMNS = (
    "what", "comes_to", "of_which_paid_out", "bounds", "rests_on", "deals", "note", "unit", "stage", "side", "floor",
    "ceiling",
)  # fmt: skip
LEADING = 3
BESIDE = "beside"


@dataclass(frozen=True)
class Number:
    """One sum: what it is in words, the figure with its unit and qualifier, how it is bounded, what it rests on, and
    what must be known of it. `paid_out`: the part of it that is; empty where none is told."""

    group: GroupTotal
    what: str
    figure: str
    paid_out: str
    bounds: str
    rests_on: str
    note: str

    @property
    def deals(self) -> tuple[str, ...]:
        """Every deal that it holds: those that were added, then those inside them."""
        return (*(c.deal for c in self.group.added), *(x.deal for x in self.group.inside))


def list_numbers(sums: Sums) -> tuple[Number, ...]:
    """A number a sum, in the order that the totals have them in: of a unit the firmest first."""
    return tuple(_make_number(group, sums) for group in sums.totals.groups)


def as_rows(material: Material) -> Table:
    """A row a number, then a row a deal that stands beside."""
    sums = find_sums(material)
    rows = [*_list_numbers(sums), *_list_beside(sums)]
    return Table(COLUMNS, tuple(tuple(row.get(c) for c in COLUMNS) for row in rows), leading=LEADING)


def as_json(material: Material) -> dict[str, Any]:
    """The numbers, with the names of the deals that they hold."""
    sums = find_sums(material)
    numbers = [
        {
            "what": number.what,
            "key": asdict(number.group.key),
            "sum": asdict(number.group.interval),
            "comes_to": number.figure,
            "of_which_paid_out": asdict(paid) if (paid := number.group.of_which_funded) else None,
            "deals": list(number.deals),
            "note": number.note,
        }
        for number in list_numbers(sums)
    ]
    return {
        "numbers": numbers,
        "beside": [asdict(x) for x in sums.totals.left_out],
        "disputes": list(sums.totals.disputes),
        "names": sums.book.names,
    }


def _make_number(group: GroupTotal, sums: Sums) -> Number:
    unit, paid = group.key.unit, group.of_which_funded
    return Number(
        group,
        _describe_what(group, sums.totals, sums.book),
        format_interval(group.interval, unit),
        format_interval(paid, unit) if paid else "",
        _describe_bounds(group.interval, unit),
        _describe_rests_on(group, sums.book),
        describe_doubts(group, sums.book),
    )


def _describe_what(group: GroupTotal, totals: Totals, book: DealBook) -> str:
    """How far it has come, whose money it is, how it was measured and of what, and as of when."""
    key = group.key
    when = f"as of {format_date(totals.as_of)}" if totals.as_of else ""
    said = (spell_term(key.stage), describe_side(key, book), describe_measure(key), describe_minerals(key, book), when)
    return ", ".join(filter(None, said))


def _describe_bounds(interval: Interval, unit: str) -> str:
    """Floor and ceiling as two figures, where they are not one."""
    if interval.floor == interval.ceiling:
        return ""
    floor = format_interval(Interval(interval.floor, interval.floor), unit)
    if interval.ceiling is None:
        return f"floor {floor}, no ceiling"
    return f"floor {floor}, ceiling {format_interval(Interval(interval.ceiling, interval.ceiling), unit)}"


def _describe_rests_on(group: GroupTotal, book: DealBook) -> str:
    """How many deals were added, how firmly their figures are stated, and how many lie inside them."""
    deals = book.by_id
    amounts = [deal.amount for c in group.added if (deal := deals.get(c.deal)) and deal.amount]
    stated = Counter(spell_term(amount.qualifier) for amount in amounts)
    number, inside = len(group.added), len(group.inside)
    told = f"{number:,} {'deal' if number == 1 else 'deals'}"
    how = ", ".join(f"{many:,} {word}" if len(stated) > 1 else word for word, many in sorted(stated.items()))
    within = (
        f"; {inside:,} more {'lies' if inside == 1 else 'lie'} inside and {'is' if inside == 1 else 'are'} not added"
    )
    return told + (f" (stated as: {how})" if how else "") + (within if inside else "")


def _list_numbers(sums: Sums) -> Iterator[dict[str, Value]]:
    for number in list_numbers(sums):
        key, interval = number.group.key, number.group.interval
        yield {
            "what": number.what,
            "comes_to": number.figure,
            "of_which_paid_out": number.paid_out or None,
            "bounds": number.bounds or None,
            "rests_on": number.rests_on,
            "deals": "; ".join(sums.book.name(deal) for deal in number.deals),
            "note": number.note or None,
            "unit": key.unit,
            "stage": spell_term(key.stage),
            "side": describe_side(key, sums.book),
            "floor": interval.floor,
            "ceiling": interval.ceiling,
        }


def _list_beside(sums: Sums) -> Iterator[dict[str, Value]]:
    for x in sums.totals.left_out:
        deal = sums.book.by_id.get(x.deal)
        yield {
            "what": BESIDE,
            "comes_to": str(deal.amount) if deal and deal.amount else None,
            "deals": sums.book.name(x.deal),
            "note": describe_left_out(x, sums.book),
            "unit": deal.amount.unit if deal and deal.amount else None,
            "stage": spell_term(deal.stage) if deal else None,
            "side": describe_side(deal, sums.book) if deal else None,
        }


NUMBER = View(
    "number", as_rows, as_json, needs_all_rows=True, read_more=read_sums, title="Single numbers", takes_deals=True
)
