"""An answer as totals: each sum, then what it was made of, then what was left out and why."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from cypher.convert import graph_parts
from cypher.deals import DealBook, read_deals
from cypher.protocols import Reader
from cypher.results import GraphNode, Table, Value
from cypher.views.totals_words import (
    describe_added,
    describe_figure,
    describe_inside,
    describe_measure,
    describe_minerals,
    describe_open_lists,
    describe_own_stage,
    describe_reason,
    describe_side,
)
from cypher.views.view import Asked, Material, View
from ledger.amounts import Interval, format_interval
from ledger.dates import format_date
from ledger.deals import Deal
from ledger.glossary import spell_term
from ledger.totals import (
    Breakdown,
    GroupKey,
    GroupTotal,
    LeftOut,
    Reason,
    Totals,
    show_stages,
    take_shares,
    total,
)

COLUMNS = (
    "row", "name", "comes_to", "stage", "side", "as_written", "note", "joint_with", "unit", "measured_as", "amount_of",
    "amount_period", "floor", "ceiling", "id",
)  # fmt: skip
LEADING = 3
THROUGH = "through"
"""The column in which a query says through what it found a deal."""
SLICE = "a deal may stand in several of these: they have no bottom line"

Row = dict[str, Value]


@dataclass(frozen=True)
class Sums:
    """The totals of the deals in an answer, and the names of everything that they mention."""

    totals: Totals
    book: DealBook


def read_sums(graph: Reader, asked: Asked) -> Sums:
    """The deals in the rows with all that their totals need to know, and the totals."""
    nodes, _ = graph_parts([cell for row in asked.table.rows for cell in row])
    ways = _read_ways(asked.table)
    others = frozenset(way.id for found in ways.values() for way in found if way) if asked.funder else frozenset()
    book = read_deals(graph, nodes, asked.data_set, asked.funder, others)
    names = {way.id: way.name for found in ways.values() for way in found if way}
    told = {deal: tuple(way.id if way else "" for way in found) for deal, found in ways.items()} if names else {}
    book = replace(book, names=names | book.names, ways=told)
    unreadable = (LeftOut(deal, Reason.UNREADABLE, note=why) for deal, why in book.unreadable.items())
    if asked.funder is not None:
        book = replace(book, deals=take_shares(book.deals, asked.funder, others))
    totals = total(book.deals, of_one_funder=asked.funder is not None, as_of=asked.as_of, insides=book.insides)
    book = replace(book, deals=tuple(show_stages(book.deals, asked.as_of)))
    return Sums(replace(totals, left_out=(*totals.left_out, *unreadable)), book)


def _read_ways(table: Table) -> dict[str, list[GraphNode | None]]:
    """By deal, through what it was found, where the rows tell: None stands for what was asked for itself."""
    if THROUGH not in table.columns:
        return {}
    place, found = table.columns.index(THROUGH), dict[str, list[GraphNode | None]]()
    for row in table.rows:
        deals, through = graph_parts([row[0]])[0], graph_parts([row[place]])[0]
        for deal in deals:
            found.setdefault(deal.id, []).append(through[0] if through else None)
    return found


def as_rows(material: Material) -> Table:
    """The rows of the sums."""
    sums = _sums(material)
    return totals_rows(sums.totals, sums.book)


def as_json(material: Material) -> dict[str, Any]:
    """The totals with the names of what they mention."""
    sums = _sums(material)
    return {"totals": asdict(sums.totals), "names": sums.book.names}


def totals_rows(totals: Totals, book: DealBook) -> Table:
    """Every sum and every deal that was given, none twice in one sum; breakdowns, doubtful pairs and disputes."""
    deals = {d.id: d for d in book.deals}
    elsewhere = find_wholes_elsewhere(totals, deals)
    rows = [row for group in totals.groups for row in _group_rows(group, book, deals, elsewhere)]
    when = f", as of {format_date(totals.as_of)}" if totals.as_of else ""
    rows = [row | {"name": f"{row['name']}{when}"} if row["row"] == "sum" else row for row in rows]
    rows += [_left_out_row(x, book, deals.get(x.deal)) for x in totals.left_out]
    rows += [{"row": "may be one", "name": f"{book.name(p.first)} / {book.name(p.second)}"} for p in totals.doubtful]
    rows += [{"row": "disputed", "name": book.name(i), "id": i} for i in totals.disputes]
    return Table(COLUMNS, tuple(tuple(row.get(c) for c in COLUMNS) for row in rows), leading=LEADING)


def find_wholes_elsewhere(totals: Totals, deals: dict[str, Deal]) -> dict[str, list[str]]:
    """By deal that is added, the nearest wholes of it that another sum counts: that of another side, stage or unit."""
    counted = {x.deal: group.key for group in totals.groups for x in group.added}
    counted |= {x.deal: group.key for group in totals.groups for x in group.inside}
    found: dict[str, list[str]] = {}
    for deal in (deals[c.deal] for group in totals.groups for c in group.added if c.deal in deals):
        wholes = {w for w in deal.wholes if counted.get(w, counted[deal.id]) != counted[deal.id]}
        around = {w for whole in wholes if whole in deals for w in deals[whole].wholes}
        found[deal.id] = sorted(wholes - around)
    return found


def _group_rows(
    group: GroupTotal, book: DealBook, deals: dict[str, Deal], elsewhere: dict[str, list[str]]
) -> Iterator[Row]:
    unit = group.key.unit
    key = {"stage": spell_term(group.key.stage), "side": describe_side(group.key, book), "unit": unit}
    key |= _measures(group.key)
    open_ended = "no ceiling: one of them is stated as more than its figure, or as at least that"
    lists = describe_open_lists(group, book)
    sums = (
        ("sum", group.interval),
        ("of which funded", group.of_which_funded),
        ("sum if doubtful pairs are one", group.if_same),
        ("sum without what another group may count", group.if_elsewhere),
    )
    for row, interval in sums:
        if interval is not None:
            of_what = (describe_measure(group.key), describe_minerals(group.key, book))
            name = ", ".join(filter(None, (f"all {key['stage']}", key["side"], *of_what))) if row == "sum" else None
            notes = (open_ended if interval.ceiling is None else "", lists) if row == "sum" else ()
            note = "; ".join(filter(None, notes)) or None
            yield key | _comes_to(interval, unit) | {"row": row, "name": name, "note": note}
    for counted in group.added:
        note = describe_added(counted.deal, group.key, book, deals, elsewhere)
        yield key | _deal_row("added", counted.deal, book, deals, note) | _comes_to(counted.interval, unit)
    for x in group.inside:
        wholes = ", ".join(book.name(w) for w in x.inside)
        note = f"not added again: counted in {wholes}"
        note = "; ".join(filter(None, (describe_own_stage(deals.get(x.deal), group.key), note)))
        yield key | _deal_row("inside", x.deal, book, deals, note)
    for breakdown in group.breakdowns:
        yield from (key | row for row in _slice_rows(breakdown, unit, book))


def _measures(measured: GroupKey | Deal) -> Row:
    basis = spell_term(measured.measured_as or "") or None
    of, period = measured.amount_of or None, measured.amount_period or None
    return {"measured_as": basis, "amount_of": of, "amount_period": period}


def _deal_row(row: str, deal_id: str, book: DealBook, deals: dict[str, Deal], note: str = "") -> Row:
    deal = deals.get(deal_id)
    made: Row = {
        "row": row,
        "name": book.name(deal_id),
        "id": deal_id,
        "joint_with": book.joint_funders(deal_id) or None,
        "note": "; ".join(filter(None, (note, describe_figure(deal, book)))) or None,
    }
    if deal is None or deal.amount is None:
        return made
    own = deal.interval()
    return made | {"as_written": str(deal.amount)} | (_comes_to(own, deal.amount.unit) if own else {})


def _slice_rows(breakdown: Breakdown, unit: str, book: DealBook) -> Iterator[Row]:
    """Nothing where no deal of the group has such a value."""
    if all(s.value is None for s in breakdown.slices):
        return
    row = f"by {breakdown.dimension}"
    for s in breakdown.slices:
        note = "; ".join(filter(None, (describe_inside(s, book), SLICE)))
        yield {"row": row, "name": book.name(s.value), "note": note, "id": s.value} | _comes_to(s.interval, unit)
    if breakdown.not_itemised is not None:
        yield {"row": row, "name": "not itemised", "note": SLICE} | _comes_to(breakdown.not_itemised, unit)


def _left_out_row(x: LeftOut, book: DealBook, deal: Deal | None) -> Row:
    row = _deal_row("left out", x.deal, book, {deal.id: deal} if deal else {}, describe_reason(x, book))
    if deal is None:
        return row
    unit = deal.amount.unit if deal.amount else None
    return row | {"stage": spell_term(deal.stage), "side": describe_side(deal, book), "unit": unit} | _measures(deal)


def _comes_to(interval: Interval, unit: str) -> Row:
    return {"comes_to": format_interval(interval, unit), "floor": interval.floor, "ceiling": interval.ceiling}


def _sums(material: Material) -> Sums:
    if not isinstance(material.content, Sums):
        raise TypeError("totals are made of an answer that was read for them")
    return material.content


TOTALS = View("totals", as_rows, as_json, needs_all_rows=True, read_more=read_sums)
