"""Deals as they stood on a day, and those that changes take out of sums."""

from collections.abc import Iterable
from datetime import date

from ledger.changes import ChangeKind
from ledger.dates import find_last_day, format_window
from ledger.deals import Deal, Stage
from ledger.progress import NotThen, is_sure_by, stand_on
from ledger.totals.result import LeftOut, Reason


def stand(deals: Iterable[Deal], as_of: str | None) -> tuple[list[Deal], list[LeftOut]]:
    """The deals as they stood at the end of a day, month or year, and those that are not told to have stood then.

    What has no figure is in no sum on any day, so that its dates are not asked for.
    """
    if as_of is None:
        return list(deals), []
    day, there, absent = find_last_day(as_of), list[Deal](), list[LeftOut]()
    for deal in deals:
        if deal.interval() is None:
            there.append(deal)
            continue
        try:
            there.append(_sure(stand_on(deal, day), day))
        except NotThen as error:
            absent.append(LeftOut(deal.id, _find_reason(error), note=str(error)))
    return there, absent


def show_stages(deals: Iterable[Deal], as_of: str | None) -> list[Deal]:
    """The deals each with the stage that it had on a day, where that is told; the others as they are."""
    return [d for deal in deals for d in (stand([deal], as_of)[0] or [deal])]


def left_out_for(deal: Deal) -> Reason | None:
    """Whether a change, or its stage, takes a deal out of every sum."""
    kinds = {change.kind for change in deal.changes}
    if deal.stage is Stage.CANCELLED or ChangeKind.CANCELLED in kinds:
        return Reason.CANCELLED
    return Reason.SUPERSEDED if kinds else None


def _sure(deal: Deal, day: date) -> Deal:
    """The deal, where every change that may have held by then is certain to have done so, or one of them is."""
    unsure = [c for c in deal.changes if not is_sure_by(c, day)]
    if unsure and len(unsure) == len(deal.changes):
        raise NotThen(", ".join(f"{c.kind} {format_window(c.date)}" for c in unsure))
    return deal


def _find_reason(error: NotThen) -> Reason:
    if error.is_later:
        return Reason.LATER
    return Reason.IMPRECISE if str(error) else Reason.UNDATED
