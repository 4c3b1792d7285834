"""What is said of totals, in words: of sums and their deals, of what lies in what, and of what was left out and why."""

from cypher.deals import DealBook
from cypher.instruments import NO_MONEY
from ledger.changes import Change
from ledger.dates import format_date
from ledger.deals import Deal
from ledger.glossary import spell_term
from ledger.totals import GroupKey, GroupTotal, LeftOut, Reason, Slice

REASONS = {
    Reason.NO_FIGURE: "no figure is stated",
    Reason.WITHDRAWN: "withdrawn",
    Reason.UMBRELLA: "an umbrella: it mixes papers, stages or funders",
    Reason.INSIDE_ANOTHER: "counted inside its whole",
    Reason.RATE: "a rate or a share: such figures are not added",
    Reason.UNREADABLE: "no deal that can be read",
    Reason.JOINT: "joint: of several funders together, in nobody's sum alone",
    **NO_MONEY,
    Reason.CANCELLED: "cancelled",
    Reason.SUPERSEDED: "superseded",
    Reason.LATER: "first dated after that day",
    Reason.UNDATED: "no date says how far it had come on that day",
    Reason.IMPRECISE: "its dates are too rough to tell how it stood on that day",
}
"""Why a deal is not in a sum of its own, in words."""
SIDES = {
    "us_government": "US government",
    "outside": "outside money",
    "public": "public money",
    "multilateral": "multilateral money",
    "blended": "blended money, public and private",
    "mixed": "mixed money",
    "not_stated": "whose money is not stated",
}
"""Whose money a group is, in words."""


def describe_added(
    deal_id: str, key: GroupKey, book: DealBook, deals: dict[str, Deal], elsewhere: dict[str, list[str]]
) -> str:
    """How far a deal of a sum has come by itself, and inside what it lies that another sum counts."""
    wholes = ", ".join(book.name(w) for w in elsewhere.get(deal_id, ()))
    within = f"lies inside {wholes}, which another sum counts" if wholes else ""
    return "; ".join(filter(None, (describe_own_stage(deals.get(deal_id), key), within)))


def describe_own_stage(deal: Deal | None, key: GroupKey) -> str:
    """How far a deal has come, where that is further than the stage by which its sum is called: paid, or in default."""
    return spell_term(deal.stage) if deal and deal.stage is not key.stage else ""


def describe_side(whose: GroupKey | Deal, book: DealBook) -> str:
    """Whose money it is, in words, with the government or public bank that is named."""
    return SIDES[whose.side] + (f" of {book.name(whose.money_of)}" if whose.money_of else "")


def describe_measure(measured: GroupKey | Deal) -> str:
    """How figures were measured, in words; empty where that is not stated."""
    basis = f"measured as {spell_term(measured.measured_as)}" if measured.measured_as else ""
    period = f"of {format_date(measured.amount_period)}" if measured.amount_period else ""
    return ", ".join(filter(None, (basis, measured.amount_of, period)))


def describe_minerals(group: GroupKey, book: DealBook) -> str:
    """Of which minerals its quantities are; empty where all are of the same, or none is told."""
    return ", ".join(book.name(mineral) for mineral in group.minerals)


def describe_open_lists(group: GroupTotal, book: DealBook) -> str:
    """Of which deals in a sum a source names some parts and not all; empty where of none."""
    inside = (*(c.deal for c in group.added), *(x.deal for x in group.inside))
    named = ", ".join(book.name(deal) for deal in inside if deal in book.open_lists)
    return f"the list of parts is open: {named}" if named else ""


def describe_way(deal_id: str, book: DealBook) -> str:
    """Through what a deal was found; empty where nothing was asked for but one thing itself."""
    ways = book.ways.get(deal_id, ())
    return f"found {' and '.join(f'by {book.name(way)}' if way else 'by itself' for way in ways)}" if ways else ""


def describe_figure(deal: Deal | None, book: DealBook) -> str:
    """What else is to be said of a deal's figure: through what it was found, of what it is a share, and what stands
    beside it and is not added."""
    way = describe_way(deal.id, book) if deal else ""
    return "; ".join(filter(None, (way, _describe_share(deal, book))))


def _describe_share(deal: Deal | None, book: DealBook) -> str:
    beside = book.beside.get(deal.id, "") if deal else ""
    if deal is None or deal.shared is None:
        return beside
    whole = "a joint figure" if deal.shared.is_joint else "a figure"
    share = f"its share of {whole}" + (f" of {deal.shared.amount}" if deal.shared.amount else "")
    return f"{share}; of the whole: {beside}" if beside else share


def describe_inside(s: Slice, book: DealBook) -> str:
    """What else a value of a breakdown holds, and in what it lies; empty where neither."""
    holds = f"with {', '.join(book.name(value) for value in s.holds)}" if s.holds else ""
    within = f"inside {', '.join(book.name(value) for value in s.within)}" if s.within else ""
    return "; ".join(filter(None, (holds, within)))


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


def describe_changes(x: LeftOut, book: DealBook) -> str:
    """What superseded or cancelled a deal, or a whole that it lies in, and when, in words; what ended both, once."""
    deal = next((d for d in book.deals if d.id == x.deal), None)
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
