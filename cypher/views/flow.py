"""Flow: of one sum, from who funds through each deal to who receives it, or to its minerals or places.

One unit, one stage and one side at a time. A figure of several funders, or for several recipients, stays one figure:
no source says how much of it is whose, so that it is never split. Nothing is added here.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from cypher.deals import DealBook
from cypher.results import Table, Value
from cypher.views.bars import name_group
from cypher.views.figures import describe_figure, describe_side
from cypher.views.totals import Sums, describe_left_out, find_sums, read_sums
from cypher.views.view import Material, View
from ledger.amounts import Interval, format_interval
from ledger.deals import Deal
from ledger.glossary import spell_term
from ledger.totals import GroupKey, GroupTotal, itemise

TO = ("recipient", "mineral", "place")
"""Where a flow may lead."""
NOT_STATED = "not stated"
COLUMNS = (
    "sum", "funded_by", "deal", "comes_to", "recipient", "mineral", "place", "note", "unit", "stage", "side", "floor",
    "ceiling", "id",
)  # fmt: skip
LEADING = 4
BESIDE = "beside"


@dataclass(frozen=True)
class End:
    """Where a stream begins or ends: one party, mineral or place, or several together; `ids`: none where not stated."""

    ids: tuple[str, ...]
    name: str


@dataclass(frozen=True)
class Stream:
    """One figure of a sum on its way. `is_rest`: what a whole holds beyond the parts that are streams of their own."""

    deal: str
    name: str
    interval: Interval
    begins: End
    ends: End
    is_rest: bool = False
    note: str = ""

    @property
    def mark(self) -> str:
        """What tells it from all other streams of a sum: a deal has one."""
        return self.deal


def name_key(key: GroupKey) -> str:
    """A sum in few words, as an address has it."""
    measured = (key.money_of, key.measured_as, key.amount_of, key.amount_period, *key.minerals)
    return " ".join(filter(None, (key.unit, key.stage, key.side, *measured)))


def list_streams(group: GroupTotal, book: DealBook, to: str) -> tuple[Stream, ...]:
    """A stream for each smallest figure of a sum, and for what wholes hold beyond them, the largest first."""
    held = sorted({*(c.deal for c in group.added), *(x.deal for x in group.inside)})
    deals = {deal.id: deal for i in held if (deal := book.by_id.get(i))}
    streams = []
    for item in itemise(tuple(deals.values())):
        deal = deals[item.deal]
        inside = ", ".join(book.name(whole) for whole in sorted(deal.wholes & deals.keys()))
        note = "; ".join(filter(None, (f"lies in {inside}" if inside else "", describe_figure(deal, book))))
        name = f"{book.name(deal.id)}, not itemised" if item.is_rest else book.name(deal.id)
        begins, ends = _find_funders(deal, book), _find_ends(deal, book, to)
        streams.append(Stream(deal.id, name, item.interval, begins, ends, item.is_rest, note))
    return tuple(sorted(streams, key=lambda s: (-_rank(s.interval), s.deal)))


def as_rows(material: Material) -> Table:
    """A row a stream of every sum, then what stands beside."""
    sums = find_sums(material)
    rows = [row for group in sums.totals.groups for row in _list_rows(group, sums)]
    rows += _list_beside(sums)
    return Table(COLUMNS, tuple(tuple(row.get(c) for c in COLUMNS) for row in rows), leading=LEADING)


def as_json(material: Material) -> dict[str, Any]:
    """The streams of each sum, to each kind of end."""
    sums = find_sums(material)
    flows = [
        {
            "key": asdict(group.key),
            "sum": asdict(group.interval),
            "to": to,
            "streams": [asdict(stream) for stream in list_streams(group, sums.book, to)],
        }
        for group in sums.totals.groups
        for to in TO
    ]
    return {"flows": flows, "beside": [asdict(x) for x in sums.totals.left_out], "names": sums.book.names}


def _find_funders(deal: Deal, book: DealBook) -> End:
    funders = book.funders.get(deal.id, {})
    ids = tuple(sorted(funders, key=lambda i: (funders[i], i)))
    return _make_end(ids, [funders[i] for i in ids], "together")


def _find_ends(deal: Deal, book: DealBook, to: str) -> End:
    found = {"recipient": deal.recipients, "mineral": deal.of_minerals, "place": deal.places}[to]
    ids = tuple(sorted(found, key=lambda i: (book.name(i), i)))
    return _make_end(ids, [book.name(i) for i in ids], "one figure")


def _make_end(ids: tuple[str, ...], names: list[str], several: str) -> End:
    if not ids:
        return End((), NOT_STATED)
    return End(ids, names[0] if len(ids) == 1 else f"{'; '.join(names)} ({several})")


def _rank(interval: Interval) -> int:
    return interval.floor if interval.ceiling is None else interval.ceiling


def _list_rows(group: GroupTotal, sums: Sums) -> Iterator[dict[str, Value]]:
    key, book = group.key, sums.book
    by_end = [list_streams(group, book, to) for to in TO]
    for recipient, mineral, place in zip(*by_end, strict=True):
        yield {
            "sum": name_group(group, book),
            "funded_by": recipient.begins.name,
            "deal": recipient.name,
            "comes_to": format_interval(recipient.interval, key.unit),
            "recipient": recipient.ends.name,
            "mineral": mineral.ends.name,
            "place": place.ends.name,
            "note": recipient.note or None,
            "unit": key.unit,
            "stage": spell_term(key.stage),
            "side": describe_side(key, book),
            "floor": recipient.interval.floor,
            "ceiling": recipient.interval.ceiling,
            "id": recipient.deal,
        }


def _list_beside(sums: Sums) -> Iterator[dict[str, Value]]:
    for x in sums.totals.left_out:
        deal = sums.book.by_id.get(x.deal)
        yield {
            "sum": BESIDE,
            "funded_by": "; ".join(sums.book.funders.get(x.deal, {}).values()) or None,
            "deal": sums.book.name(x.deal),
            "comes_to": str(deal.amount) if deal and deal.amount else None,
            "note": describe_left_out(x, sums.book),
            "id": x.deal,
        }


FLOW = View("flow", as_rows, as_json, needs_all_rows=True, read_more=read_sums, title="Flow", takes_deals=True)
