"""Figures that are no money given (of guarantees, options, offtakes by value): as parts, and as what is funded."""

from collections.abc import Iterator

from ledger.deals import NOT_GIVEN, Instrument
from ledger.glossary import spell_term
from ledger.text import with_article
from ledger.totals import Reason, why_no_money
from ledger.totals.no_money import OF_A_VALUE
from ledger.units import CURRENCY, is_added_unit
from loader.check.index import Index
from loader.check.units import parts_in_wholes
from loader.records import Link, Node, Problem, Severity

SAYS_WHOM = {
    Instrument.GUARANTEE: "guarantor",
    Instrument.INSURANCE: "insurer",
    Instrument.OPTION: "holder",
    Instrument.OFFTAKE: "buyer",
    Instrument.EQUITY_STAKE: "holder",
}
"""Papers by which nobody gives money, and the role of whoever stands behind one."""


def given_in_no_money(index: Index) -> Iterator[Problem]:
    """Every such figure that is said to lie inside money, money inside an exposure, and who is said to fund one."""
    told: set[tuple[str, str]] = set()
    for link, part, whole in (*_direct(index), *parts_in_wholes(index, "amount_unit")):
        problem = _tell_mixed(link, index.deals[part], index.deals[whole]) if (part, whole) not in told else None
        told.add((part, whole))
        if problem:
            yield problem
    for link in index.deal_links:
        if link.type == "FUNDS" and link.end in index.deals:
            yield from _tell_funded(link, index.deals[link.end])


def _tell_funded(link: Link, deal: Node) -> Iterator[Problem]:
    instrument = _instrument(deal)
    if deal.properties.get("amount_of") in NOT_GIVEN:
        what = f"{link.start} funds {deal.id}, whose figure is a {deal.properties['amount_of']}, which nobody has given"
        remedy = "write PARTY_TO in the place of FUNDS; what somebody gives is a deal of its own"
        yield Problem(link.place_of(link.start), "FUNDS", what, remedy, Severity.WARNING)
    elif instrument in SAYS_WHOM and (instrument not in OF_A_VALUE or why_of(deal)):
        what = f"{link.start} funds {deal.id}, {_name(deal)}, by which nobody gives money"
        remedy = f"write {{type: PARTY_TO, role: {SAYS_WHOM[instrument]}}} instead of FUNDS"
        paid = {Instrument.EQUITY_STAKE: "equity", Instrument.OFFTAKE: "supply"}.get(instrument)
        remedy += f", or `instrument: {paid}` where the money is paid" if paid else ""
        yield Problem(link.place_of(link.start), "FUNDS", what, remedy, Severity.WARNING)


def _direct(index: Index) -> Iterator[tuple[Link, str, str]]:
    """Each part with its nearest whole, with or without a figure."""
    for link in index.deal_links:
        if link.type == "PART_OF" and link.start in index.deals and link.end in index.deals:
            yield link, link.start, link.end


def _tell_mixed(link: Link, part: Node, whole: Node) -> Problem | None:
    reason, around = why_of(part), why_of(whole)
    if reason and around is None and _is_added(whole):
        counted = "is money" if _is_money(whole) else f"counts {whole.properties['amount_unit']} that are agreed"
        what = f"{part.id} is {_name(part)}, and {whole.id}, inside which it lies, {counted}"
        return Problem(link.where, "PART_OF", what, _remedy(reason, whole.id))
    if around is Reason.EXPOSURE and reason is None and _is_money(part):
        what = f"{whole.id} is {_name(whole)}, and {part.id}, which lies inside it, is money"
        remedy = f"turn it round where the one covers the other: {whole.id} has {{type: SECURES, to: {part.id}}}"
        return Problem(link.where, "PART_OF", what, remedy)
    return None


def why_of(deal: Node) -> Reason | None:
    """Why a deal's figure is no money that somebody gives; None where it may be some."""
    return why_no_money(_instrument(deal), str(deal.properties.get("amount_unit", "")))


def _is_added(deal: Node) -> bool:
    """Whether it is a figure that sums may add: what mixes papers stands beside them itself, and so does a rate."""
    unit = deal.properties.get("amount_unit")
    return unit is not None and is_added_unit(str(unit)) and _instrument(deal) is not Instrument.MIXED


def _is_money(deal: Node) -> bool:
    """Whether it is such a figure in a currency."""
    return _is_added(deal) and bool(CURRENCY.fullmatch(str(deal.properties["amount_unit"])))


def _instrument(deal: Node) -> Instrument:
    return Instrument(deal.properties["instrument"])


def _name(deal: Node) -> str:
    named = with_article(spell_term(_instrument(deal)))
    return f"the value of {named}" if why_of(deal) in (Reason.OFFTAKE_VALUE, Reason.STAKE_VALUE) else named


def _remedy(reason: Reason, whole: str) -> str:
    if reason is Reason.EXPOSURE:
        covers = f"write {{type: SECURES, to: {whole}}} where it covers that deal"
        return f"{covers}; a package of money and cover is `instrument: mixed`"
    serves = f"write {{type: ADVANCES, to: {whole}}} where it serves that deal"
    if reason is Reason.OPTION:
        return f"{serves}; what is agreed once it is taken up is a deal of its own, and may be a part"
    if reason is Reason.OFFTAKE_VALUE:
        ahead = "what is paid ahead is a deal of its own"
        return f"{serves}; {ahead}, and a framework of such orders `instrument: offtake`"
    return f"{serves}; money that was paid for the shares is `instrument: equity`"
