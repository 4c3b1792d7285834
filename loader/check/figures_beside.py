"""Figures beside a deal's own: in another currency, and what of it is paid out, undisbursed, repaid or outstanding."""

from collections.abc import Iterator

from cypher.model.properties import BESIDE
from ledger.amounts import Amount, BadAmount, format_amount
from ledger.units import CURRENCIES, suggest_unit
from loader.check.figures import amount_in
from loader.check.index import Index
from loader.records import Node, Problem

EQUIVALENT, PAID_OUT, UNDISBURSED, REPAID, OUTSTANDING = (p.name for p in BESIDE)


def wrong_figures_beside(index: Index) -> Iterator[Problem]:
    """Every figure that cannot stand beside that of its deal."""
    for deal in index.deals.values():
        beside = {p.name: figure for p in BESIDE if (figure := _figure(deal, p.name)) is not None}
        own = amount_in(deal) if beside else None
        for field, figure in beside.items():
            problem = _tell_wrong(deal.id, own, field, figure)
            if problem:
                what, remedy = problem
                yield Problem(deal.place_of(field), field, what, remedy)
        if own and {PAID_OUT, UNDISBURSED} <= beside.keys():
            yield from _above_together(deal, own, beside[PAID_OUT], beside[UNDISBURSED])
        if {PAID_OUT, REPAID} <= beside.keys():
            yield from _above_paid_out(deal, beside[PAID_OUT], beside[REPAID])


def _figure(deal: Node, field: str) -> Amount | None:
    try:
        return Amount.parse(str(deal.properties[field])) if field in deal.properties else None
    except BadAmount:  # told where it was read
        return None


def _tell_wrong(deal: str, own: Amount | None, field: str, figure: Amount) -> tuple[str, str] | None:
    if own is None:
        return f"{deal} has no figure beside which {figure} can stand", "write its `amount`, if only `unquantified USD`"
    if field == EQUIVALENT:
        return _tell_no_equivalent(deal, own, figure)
    if figure.unit != own.unit:
        what = f"{figure} of {deal} is in {figure.unit}, and its amount in {own.unit}"
        return what, f"write it in {own.unit} as the source does, or leave it out: nothing is converted"
    most, least = own.interval(), figure.interval()
    if field == OUTSTANDING:  # with interest, more may be owed than was lent
        return None
    if most and least and most.ceiling is not None and least.floor > most.ceiling:
        return f"{figure} is more than {deal} comes to, {own}", "correct one of the two"
    return None


def _tell_no_equivalent(deal: str, own: Amount, figure: Amount) -> tuple[str, str] | None:
    if figure.unit == own.unit:
        what = f"{figure} of {deal} is in the currency of its amount, {own}"
        return what, "write it in the other currency, or, where the sources differ, as a reading of a dispute"
    for unit in (own.unit, figure.unit):
        if unit not in CURRENCIES:
            near = suggest_unit(unit) if unit == figure.unit else None
            remedy = (
                f"write {near} if that is meant" if near in CURRENCIES else "say in a claim what else it is told as"
            )
            return f"{figure} of {deal} is no equivalent in another currency: {unit} is none", remedy
    return None


def _above_together(deal: Node, own: Amount, paid: Amount, rest: Amount) -> Iterator[Problem]:
    intervals = [a.interval() for a in (own, paid, rest) if a.unit == own.unit]
    if len(intervals) < 3 or not all(intervals):
        return
    most, *floors = (i for i in intervals if i)
    together = sum(i.floor for i in floors)
    if most.ceiling is not None and together > most.ceiling and max(i.floor for i in floors) <= most.ceiling:
        what = f"what of {deal.id} is paid out and undisbursed comes to {format_amount(together, own.unit)}"
        yield Problem(
            deal.place_of(UNDISBURSED), UNDISBURSED, f"{what}, more than its {own}", "correct one of the three"
        )


def _above_paid_out(deal: Node, paid: Amount, repaid: Amount) -> Iterator[Problem]:
    most, least = paid.interval(), repaid.interval()
    if paid.unit == repaid.unit and most and least and most.ceiling is not None and least.floor > most.ceiling:
        what = f"more of {deal.id} is repaid, {repaid}, than was paid out, {paid}"
        yield Problem(deal.place_of(REPAID), REPAID, what, "correct one of the two; interest that is paid is a claim")
