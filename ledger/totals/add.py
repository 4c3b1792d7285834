"""The totals function, in the order in which it works."""

from collections.abc import Collection, Iterable

from ledger.deals import COMMITTED_STAGES, Deal, Stage
from ledger.totals.as_of import left_out_for, stand
from ledger.totals.breakdown import Insides, break_down, find_parts_elsewhere
from ledger.totals.by_mineral import split_by_mineral
from ledger.totals.doubtful_pairs import find_doubtful_pairs, find_pairs_beyond
from ledger.totals.doubts import Doubts, find_doubts
from ledger.totals.nesting import nest
from ledger.totals.no_money import why_no_money
from ledger.totals.order import put_firmest_first
from ledger.totals.result import Counted, GroupKey, GroupTotal, LeftOut, Reason, Totals
from ledger.units import is_added_unit

NOTHING_INSIDE: Insides = {}


def total(
    deals: Iterable[Deal],
    of_one_funder: bool = False,
    as_of: str | None = None,
    insides: Insides = NOTHING_INSIDE,
    of_mineral: str | None = None,
) -> Totals:
    """Add what may be added: floors and ceilings a group, and what was left out and why.

    `of_one_funder`: the sums are to be one funder's own, so that a figure of several is left out of them; what of it
    is that funder's share `take_shares` tells.
    `as_of`: the deals as they stood at the end of that day, month or year. Deals that are not told to have stood then
    are left out, each with its reason.
    `insides`: by place or mineral, all that it lies in or is a kind of, so that each of these holds its deals too.
    `of_mineral`: the mineral of which alone the sums are to be, so that a whole of which a part is of others is left
    out of them; its parts count.
    A deal that is given twice counts once. Raises CircularDeals when a deal is part of itself.
    """
    given = sorted({d.id: d for d in deals}.values(), key=lambda d: d.id)
    distinct, absent = stand(given, as_of)
    reasons = {d.id: _reason_to_leave_out(d, of_one_funder, of_mineral) for d in distinct}
    groups = group_deals(d for d in distinct if reasons[d.id] is None)
    counted = {d.id for members in groups.values() for d in members}
    left_out = [*absent, *(_leave_out(d, reason, counted) for d in distinct if (reason := reasons[d.id]))]
    there = reasons.keys()
    pairs = tuple(p for p in find_doubtful_pairs(given) if p.first in there or p.second in there)
    doubts, elsewhere = find_doubts(pairs, groups, left_out), find_parts_elsewhere(groups)
    return Totals(
        groups=tuple(
            _sum_group(key, groups[key], doubts, elsewhere.get(key, ()), insides) for key in put_firmest_first(groups)
        ),
        left_out=tuple(sorted(left_out, key=lambda x: x.deal)),
        doubtful=pairs,
        doubtful_beyond=find_pairs_beyond(d for d in given if d.id in there),
        disputes=tuple(sorted({x for d in given for x in d.disputes})),
        as_of=as_of,
    )


def _reason_to_leave_out(deal: Deal, of_one_funder: bool = False, of_mineral: str | None = None) -> Reason | None:
    if deal.interval() is None:
        return Reason.NO_FIGURE
    if deal.stage is Stage.WITHDRAWN:
        return Reason.WITHDRAWN
    if changed := left_out_for(deal):
        return changed
    if deal.amount and (reason := why_no_money(deal.instrument, deal.amount.unit)):
        return reason
    if deal.is_umbrella:
        return Reason.UMBRELLA
    if deal.amount and not is_added_unit(deal.amount.unit):
        return Reason.RATE
    if of_mineral in deal.told_apart:
        return Reason.TOLD_APART
    return Reason.JOINT if of_one_funder and deal.is_joint else None


def _leave_out(deal: Deal, reason: Reason, counted: Collection[str]) -> LeftOut:
    """Of a joint figure nobody's own part is told; where a whole of it counts, it lies in the sum all the same."""
    if reason in (Reason.SUPERSEDED, Reason.CANCELLED):
        return LeftOut(deal.id, reason, tuple(sorted({c.by for c in deal.changes if c.by})))
    inside = sorted(deal.wholes.intersection(counted)) if reason is Reason.JOINT else ()
    return LeftOut(deal.id, reason, tuple(inside))


def group_deals(deals: Iterable[Deal]) -> dict[GroupKey, list[Deal]]:
    """The deals that have a place in a sum, by group."""
    groups: dict[GroupKey, list[Deal]] = {}
    for deal in deals:
        if _reason_to_leave_out(deal) is None:
            groups.setdefault(find_group(deal), []).append(deal)
    return {split: members for key, found in groups.items() for split, members in split_by_mineral(key, found).items()}


def find_group(deal: Deal) -> GroupKey:
    """The group that a deal with a figure belongs to, but for its mineral; what is paid out has been committed."""
    stage = Stage.COMMITTED if deal.stage in COMMITTED_STAGES else deal.stage
    unit = deal.amount.unit if deal.amount else ""
    return GroupKey(
        unit,
        stage,
        deal.side,
        measured_as=deal.measured_as or "",
        amount_of=deal.amount_of or "",
        money_of=deal.money_of or "",
        amount_period=deal.amount_period or "",
    )


def _sum_group(
    key: GroupKey, deals: list[Deal], doubts: Doubts, parts_elsewhere: tuple[str, ...], insides: Insides
) -> GroupTotal:
    nesting, funded = nest(deals), [paid for d in deals if (paid := d.went_out()) is not None]
    doubted, of_funded = doubts.of(deals), doubts.of_funded(funded, deals)
    inside = [LeftOut(d, Reason.INSIDE_ANOTHER, tuple(sorted(h))) for d, h in nesting.holders.items() if h]
    return GroupTotal(
        key=key,
        interval=nesting.sum(),
        of_which_funded=nest(funded).sum() if funded else None,
        if_same=doubted.if_same,
        if_elsewhere=doubted.if_elsewhere,
        if_gone=doubted.if_gone,
        funded_if_same=of_funded.if_same,
        funded_if_elsewhere=of_funded.if_elsewhere,
        funded_if_gone=of_funded.if_gone,
        added=tuple(Counted(d, nesting.counts_for(d)) for d in nesting.tops),
        inside=tuple(inside),
        breakdowns=break_down(nesting, deals, insides),
        parts_elsewhere=parts_elsewhere,
    )
