"""An answer as totals: each sum, then what it was made of, then what was left out and why."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from cypher.convert import graph_parts
from cypher.deals import DealBook, read_deals
from cypher.protocols import Reader
from cypher.results import Table, Value
from cypher.views.view import Material, View
from ledger.amounts import Interval
from ledger.totals import GroupTotal, LeftOut, Reason, Totals, total

COLUMNS = ("row", "unit", "stage", "side", "name", "floor", "ceiling", "note", "id")


@dataclass(frozen=True)
class Sums:
    """The totals of the deals in an answer, and the names of everything that they mention."""

    totals: Totals
    book: DealBook


def read_sums(graph: Reader, table: Table, data_set: str) -> Sums:
    """The deals in the rows with all that their totals need to know, and the totals."""
    nodes, _ = graph_parts([cell for row in table.rows for cell in row])
    book = read_deals(graph, nodes, data_set)
    unreadable = (LeftOut(deal, Reason.UNREADABLE, note=why) for deal, why in book.unreadable.items())
    totals = total(book.deals)
    return Sums(replace(totals, left_out=(*totals.left_out, *unreadable)), book)


def as_rows(material: Material) -> Table:
    """The rows of the sums."""
    sums = _sums(material)
    return totals_rows(sums.totals, sums.book)


def as_json(material: Material) -> dict[str, Any]:
    """The totals with the names of what they mention."""
    sums = _sums(material)
    return {"totals": asdict(sums.totals), "names": sums.book.names}


def totals_rows(totals: Totals, book: DealBook) -> Table:
    """Every sum and every deal that was given, none twice in one sum."""
    rows = [row for group in totals.groups for row in _group_rows(group, book)]
    rows += [_left_out_row(x, book) for x in totals.left_out]
    rows += [
        ("may be one", *[None] * 3, f"{book.name(p.first)} / {book.name(p.second)}", *[None] * 4)
        for p in totals.doubtful
    ]
    return Table(COLUMNS, tuple(rows))


def _group_rows(group: GroupTotal, book: DealBook) -> list[tuple[Value, ...]]:
    key = (group.key.unit, str(group.key.stage), str(group.key.side))
    rows: list[tuple[Value, ...]] = [("sum", *key, None, *_ends(group.interval), _openness(group.interval), None)]
    if group.of_which_funded:
        rows.append(("of which funded", *key, None, *_ends(group.of_which_funded), None, None))
    if group.if_same:
        rows.append(("sum if doubtful pairs are one", *key, None, *_ends(group.if_same), None, None))
    if group.if_elsewhere:
        rows.append(("sum without what another group may count", *key, None, *_ends(group.if_elsewhere), None, None))
    rows += [("added", *key, book.name(c.deal), *_ends(c.interval), None, c.deal) for c in group.added]
    rows += [
        ("inside", *key, book.name(x.deal), None, None, f"counted in {_wholes(x, book)}", x.deal) for x in group.inside
    ]
    return rows


def _left_out_row(x: LeftOut, book: DealBook) -> tuple[Value, ...]:
    deal = next((d for d in book.deals if d.id == x.deal), None)
    amount = deal.interval() if deal else None
    ends = _ends(amount) if amount else (None, None)
    unit = deal.amount.unit if deal and deal.amount else None
    stage, side = (str(deal.stage), str(deal.side)) if deal else (None, None)
    return ("left out", unit, stage, side, book.name(x.deal), *ends, x.note or str(x.reason).replace("_", " "), x.deal)


def _ends(interval: Interval) -> tuple[int, int | None]:
    return interval.floor, interval.ceiling


def _openness(interval: Interval) -> str | None:
    return "no ceiling: one of them is stated as more than its figure" if interval.ceiling is None else None


def _wholes(x: LeftOut, book: DealBook) -> str:
    return ", ".join(book.name(w) for w in x.inside)


def _sums(material: Material) -> Sums:
    if not isinstance(material.content, Sums):
        raise TypeError("totals are made of an answer that was read for them")
    return material.content


TOTALS = View("totals", as_rows, as_json, needs_all_rows=True, read_more=read_sums)
