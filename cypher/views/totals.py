"""An answer as totals: each sum, then what it was made of, then what was left out and why."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from cypher.convert import graph_parts
from cypher.deals import DealBook, read_deals
from cypher.instruments import NO_MONEY
from cypher.protocols import Reader
from cypher.results import GraphNode, Table, Value
from cypher.views.doubts import MEANING, OF_FUNDED, describe_pairs, list_lower_funded, list_lower_sums
from cypher.views.figures import (
    describe_figure,
    describe_inside,
    describe_measure,
    describe_minerals,
    describe_not_itemised,
    describe_open_lists,
    describe_own_stage,
    describe_side,
)
from cypher.views.view import Asked, Material, View
from ledger.amounts import Interval, format_interval
from ledger.changes import Change
from ledger.dates import format_date
from ledger.deals import Deal
from ledger.glossary import spell_term
from ledger.totals import Breakdown, GroupKey, GroupTotal, LeftOut, Reason, Totals, show_stages, take_shares, total

COLUMNS = (
    "row", "name", "comes_to", "stage", "side", "as_written", "note", "funded_by", "joint_with", "unit", "measured_as",
    "amount_of", "amount_period", "floor", "ceiling", "id",
)  # fmt: skip
LEADING = 3
THROUGH = "through"
"""The column in which a query says through what it found a deal."""
SLICE = "a deal may stand in several of these: they have no bottom line"
REASONS = {
    Reason.NO_FIGURE: "no figure is stated",
    Reason.WITHDRAWN: "withdrawn",
    Reason.UMBRELLA: "an umbrella: it mixes papers, stages or funders",
    Reason.INSIDE_ANOTHER: "counted inside its whole",
    Reason.RATE: "a rate or a share: such figures are not added",
    Reason.UNREADABLE: "no deal that can be read",
    Reason.JOINT: "joint: of several funders together, in nobody's sum alone",
    Reason.TOLD_APART: "of several minerals: a part of it is of others, so that the parts count, each by its own",
    **NO_MONEY,
    Reason.CANCELLED: "cancelled",
    Reason.SUPERSEDED: "superseded",
    Reason.LATER: "first dated after that day",
    Reason.UNDATED: "no date says how far it had come on that day",
    Reason.IMPRECISE: "its dates are too rough to tell how it stood on that day",
}
"""Why a deal is not in a sum of its own, in words."""
Row = dict[str, Value]


@dataclass(frozen=True)
class Sums:
    """The totals of the deals in an answer, and the names of everything that they mention."""

    totals: Totals
    book: DealBook


def read_sums(graph: Reader, asked: Asked) -> Sums:
    """The deals in the rows with all that their totals need to know, and the totals."""
    nodes, _ = graph_parts(list(_list_found(asked.table)))
    ways = _read_ways(asked.table)
    others = frozenset(way.id for found in ways.values() for way in found if way) if asked.funder else frozenset()
    book = read_deals(graph, nodes, asked.data_set, asked.funder, others)
    names = {way.id: way.name for found in ways.values() for way in found if way}
    told = {deal: tuple(way.id if way else "" for way in found) for deal, found in ways.items()} if names else {}
    book = replace(book, names=names | book.names, ways=told)
    unreadable = (LeftOut(deal, Reason.UNREADABLE, note=why) for deal, why in book.unreadable.items())
    if asked.funder is not None:
        book = replace(book, deals=take_shares(book.deals, asked.funder, others))
    totals = total(
        book.deals,
        of_one_funder=asked.funder is not None,
        as_of=asked.as_of,
        insides=book.insides,
        of_mineral=asked.mineral,
    )
    book = replace(book, deals=tuple(show_stages(book.deals, asked.as_of)))
    return Sums(replace(totals, left_out=(*totals.left_out, *unreadable)), book)


def _list_found(table: Table) -> Iterator[Value]:
    """What the rows hold, but for that through which it was found, which may be a deal that was not asked for."""
    way = table.columns.index(THROUGH) if THROUGH in table.columns else None
    return (cell for row in table.rows for place, cell in enumerate(row) if place != way)


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
    sums = find_sums(material)
    return totals_rows(sums.totals, sums.book)


def as_json(material: Material) -> dict[str, Any]:
    """The totals with the names of what they mention."""
    sums = find_sums(material)
    return {"totals": asdict(sums.totals), "names": sums.book.names}


def totals_rows(totals: Totals, book: DealBook) -> Table:
    """Every sum and every deal that was given, none twice in one sum; breakdowns, doubtful pairs and disputes."""
    elsewhere = find_wholes_elsewhere(totals, book)
    rows = [row for group in totals.groups for row in _group_rows(group, book, elsewhere)]
    when = f", as of {format_date(totals.as_of)}" if totals.as_of else ""
    rows = [row | {"name": f"{row['name']}{when}"} if row["row"] == "sum" else row for row in rows]
    rows += [_left_out_row(x, book) for x in totals.left_out]
    reasons = {x.deal: describe_reason(x, book) for x in totals.left_out}
    rows += [
        {"row": "may be one", "name": n, "note": note or None} for n, note in describe_pairs(totals, book, reasons)
    ]
    rows += [{"row": "disputed", "name": book.name(i), "id": i} for i in totals.disputes]
    return Table(COLUMNS, tuple(tuple(row.get(c) for c in COLUMNS) for row in rows), leading=LEADING)


def find_wholes_elsewhere(totals: Totals, book: DealBook) -> dict[str, list[str]]:
    """By deal that is added, the nearest wholes of it that another sum counts: that of another side, stage or unit."""
    counted = {x.deal: group.key for group in totals.groups for x in group.added}
    counted |= {x.deal: group.key for group in totals.groups for x in group.inside}
    found: dict[str, list[str]] = {}
    deals = book.by_id
    for deal in (deals[c.deal] for group in totals.groups for c in group.added if c.deal in deals):
        wholes = {w for w in deal.wholes if counted.get(w, counted[deal.id]) != counted[deal.id]}
        around = {w for whole in wholes if whole in deals for w in deals[whole].wholes}
        found[deal.id] = sorted(wholes - around)
    return found


def _group_rows(group: GroupTotal, book: DealBook, elsewhere: dict[str, list[str]]) -> Iterator[Row]:
    unit = group.key.unit
    key = {"stage": spell_term(group.key.stage), "side": describe_side(group.key, book), "unit": unit}
    key |= _measures(group.key)
    open_ended = "no ceiling: one of them is stated as more than its figure, or as at least that"
    of_what = (describe_measure(group.key), describe_minerals(group.key, book))
    name = ", ".join(filter(None, (f"all {key['stage']}", key["side"], *of_what)))
    notes = (open_ended if group.interval.ceiling is None else "", describe_open_lists(group, book))
    note = "; ".join(filter(None, notes)) or None
    yield key | _comes_to(group.interval, unit) | {"row": "sum", "name": name, "note": note}
    if group.of_which_funded is not None:
        yield key | _comes_to(group.of_which_funded, unit) | {"row": OF_FUNDED}
    for row, interval in list_lower_funded(group):
        yield key | _comes_to(interval, unit) | {"row": row.replace("sum", OF_FUNDED), "note": MEANING[row]}
    for row, interval in list_lower_sums(group):
        yield key | _comes_to(interval, unit) | {"row": row, "note": MEANING[row]}
    for counted in group.added:
        note = describe_added(counted.deal, group.key, book, elsewhere)
        yield key | _deal_row("added", counted.deal, book, note) | _comes_to(counted.interval, unit)
    for x in group.inside:
        wholes = ", ".join(book.name(w) for w in x.inside)
        note = f"not added again: counted in {wholes}"
        note = "; ".join(filter(None, (describe_own_stage(book.by_id.get(x.deal), group.key), note)))
        yield key | _deal_row("inside", x.deal, book, note)
    for breakdown in group.breakdowns:
        yield from (
            key | row
            for row in _slice_rows(breakdown, unit, book, describe_not_itemised(group, breakdown.dimension, book))
        )


def describe_added(deal_id: str, key: GroupKey, book: DealBook, elsewhere: dict[str, list[str]]) -> str:
    """How far a deal of a sum has come by itself, and inside what it lies that another sum counts."""
    wholes = ", ".join(book.name(w) for w in elsewhere.get(deal_id, ()))
    within = f"lies inside {wholes}, which another sum counts" if wholes else ""
    return "; ".join(filter(None, (describe_own_stage(book.by_id.get(deal_id), key), within)))


def _measures(measured: GroupKey | Deal) -> Row:
    basis = spell_term(measured.measured_as or "") or None
    of, period = measured.amount_of or None, measured.amount_period or None
    return {"measured_as": basis, "amount_of": of, "amount_period": period}


def _deal_row(row: str, deal_id: str, book: DealBook, note: str = "") -> Row:
    deal = book.by_id.get(deal_id)
    made: Row = {
        "row": row,
        "name": book.name(deal_id),
        "id": deal_id,
        "funded_by": "; ".join(book.funders.get(deal_id, {}).values()) or None,
        "joint_with": book.joint_funders(deal_id) or None,
        "note": "; ".join(filter(None, (note, describe_figure(deal, book)))) or None,
    }
    if deal is None or deal.amount is None:
        return made
    own = deal.interval()
    return made | {"as_written": str(deal.amount)} | (_comes_to(own, deal.amount.unit) if own else {})


def _slice_rows(breakdown: Breakdown, unit: str, book: DealBook, of_rest: str) -> Iterator[Row]:
    """Nothing where no deal of the group has such a value."""
    if all(s.value is None for s in breakdown.slices):
        return
    row = f"by {breakdown.dimension}"
    for s in breakdown.slices:
        note = "; ".join(filter(None, (describe_inside(s, book), SLICE)))
        yield {"row": row, "name": book.name(s.value), "note": note, "id": s.value} | _comes_to(s.interval, unit)
    if breakdown.not_itemised is not None:
        note = "; ".join(filter(None, (SLICE, of_rest)))
        yield {"row": row, "name": "not itemised", "note": note} | _comes_to(breakdown.not_itemised, unit)


def describe_reason(x: LeftOut, book: DealBook) -> str:
    """Why a deal is in no sum of its own, in words."""
    if x.reason is Reason.JOINT and x.inside:
        wholes = ", ".join(book.name(whole) for whole in x.inside)
        return f"joint, and not itemised in {wholes}: what of it is this funder's own is not told"
    if x.reason in (Reason.CANCELLED, Reason.SUPERSEDED):
        return describe_changes(x, book)
    if x.reason is Reason.IMPRECISE:
        return f"{REASONS[x.reason]}: {x.note}"
    return x.note or REASONS[x.reason]


def describe_left_out(x: LeftOut, book: DealBook) -> str:
    """Why a deal is in no sum of its own, who funds it together, and what else is to be said of its figure."""
    joint = book.joint_funders(x.deal)
    together = f"joint, of {joint} together" if joint else ""
    return "; ".join(filter(None, (describe_reason(x, book), together, describe_figure(book.by_id.get(x.deal), book))))


def describe_changes(x: LeftOut, book: DealBook) -> str:
    """What superseded or cancelled a deal, or a whole that it lies in, and when, in words; what ended both, once."""
    deal = book.by_id.get(x.deal)
    changes = deal.changes if deal else ()
    own = {(c.kind, c.by, c.date) for c in changes if c.of == x.deal and c.by}
    more = [c for c in changes if c.of == x.deal or (c.kind, c.by, c.date) not in own]
    told = [_spell_change(change, x.deal, book) for change in more]
    return "; ".join(dict.fromkeys(told)) or REASONS[x.reason]


def _spell_change(change: Change, deal: str, book: DealBook) -> str:
    by = f" by {book.name(change.by)}" if change.by else ""
    when = f", {format_date(change.date)}" if change.date else ""
    inside = f"lies in {book.name(change.of)}, which is " if change.of != deal else ""
    return f"{inside}{change.kind}{by}{when}"


def _left_out_row(x: LeftOut, book: DealBook) -> Row:
    row, deal = _deal_row("left out", x.deal, book, describe_reason(x, book)), book.by_id.get(x.deal)
    if deal is None:
        return row
    unit = deal.amount.unit if deal.amount else None
    return row | {"stage": spell_term(deal.stage), "side": describe_side(deal, book), "unit": unit} | _measures(deal)


def _comes_to(interval: Interval, unit: str) -> Row:
    return {"comes_to": format_interval(interval, unit), "floor": interval.floor, "ceiling": interval.ceiling}


def find_sums(material: Material) -> Sums:
    """The totals that were read for a view of deals; raises TypeError where none were."""
    if not isinstance(material.content, Sums):
        raise TypeError("totals are made of an answer that was read for them")
    return material.content


TOTALS = View("totals", as_rows, as_json, needs_all_rows=True, read_more=read_sums, title="Totals", takes_deals=True)
