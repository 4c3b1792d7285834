"""A figure of a total in words: whose money it is, how it was measured, what stands beside it, what lies in what."""

from cypher.deals import DealBook
from ledger.dates import format_date
from ledger.deals import Deal
from ledger.glossary import spell_term
from ledger.totals import GroupKey, GroupTotal, Slice

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


def describe_figure(deal: Deal | None, book: DealBook) -> str:
    """What else is to be said of a deal's figure: through what it was found, of which mineral it is by its whole, of
    what it is a share, and what stands beside it and is not added."""
    way = describe_way(deal.id, book) if deal else ""
    return "; ".join(filter(None, (way, _describe_whole_minerals(deal, book), _describe_share(deal, book))))


def _describe_whole_minerals(deal: Deal | None, book: DealBook) -> str:
    if deal is None or deal.minerals or not deal.whole_minerals:
        return ""
    return f"of {', '.join(book.name(m) for m in sorted(deal.whole_minerals))}, as its whole is"


def describe_way(deal: str, book: DealBook) -> str:
    """Through what a deal was found; empty where nothing was asked for but one thing itself."""
    ways = book.ways.get(deal, ())
    return f"found {' and '.join(f'by {book.name(way)}' if way else 'by itself' for way in ways)}" if ways else ""


def describe_inside(s: Slice, book: DealBook) -> str:
    """What else a value of a breakdown holds, and in what it lies; empty where neither."""
    holds = f"with {', '.join(book.name(value) for value in s.holds)}" if s.holds else ""
    within = f"inside {', '.join(book.name(value) for value in s.within)}" if s.within else ""
    return "; ".join(filter(None, (holds, within)))


def describe_open_lists(group: GroupTotal, book: DealBook) -> str:
    """Of which deals in a sum a source names some parts and not all; empty where of none."""
    counted = (*(c.deal for c in group.added), *(x.deal for x in group.inside))
    named = ", ".join(book.name(deal) for deal in counted if deal in book.open_lists)
    return f"the list of parts is open: {named}" if named else ""


def _describe_share(deal: Deal | None, book: DealBook) -> str:
    beside = book.beside.get(deal.id, "") if deal else ""
    if deal is None or deal.shared is None:
        return beside
    whole = "a joint figure" if deal.shared.is_joint else "a figure"
    share = f"its share of {whole}" + (f" of {deal.shared.amount}" if deal.shared.amount else "")
    return f"{share}; of the whole: {beside}" if beside else share


def describe_not_itemised(group: GroupTotal, by: str, book: DealBook) -> str:
    """What is to be known of what a breakdown by something does not itemise."""
    apart = _list_told_apart(group, book) if by == "mineral" else []
    told = f"in it {', '.join(apart)}, whose parts tell minerals apart" if apart else ""
    return "; ".join(filter(None, (told, _describe_not_taken_off(group, book))))


def _list_told_apart(group: GroupTotal, book: DealBook) -> list[str]:
    counted = (*(c.deal for c in group.added), *(x.deal for x in group.inside))
    return [book.name(deal) for deal in counted if deal in book.by_id and book.by_id[deal].told_apart]


def _describe_not_taken_off(group: GroupTotal, book: DealBook) -> str:
    """By which parts of its wholes a group's not itemised rest is not lessened, since another sum counts them."""
    told = [_describe_part(book.by_id[part], group.key, book) for part in group.parts_elsewhere if part in book.by_id]
    return f"not taken off, since another sum counts it: {'; '.join(told)}" if told else ""


def _describe_part(part: Deal, key: GroupKey, book: DealBook) -> str:
    in_unit = f"told in {part.amount.unit}" if part.amount and part.amount.unit != key.unit else ""
    beside = "; ".join(filter(None, (in_unit, describe_figure(part, book))))
    return book.name(part.id) + (f" ({beside})" if beside else "")
