"""Shares of joint deals: what of several deals is one funder's own."""

from collections.abc import Sequence
from dataclasses import replace

from ledger.deals import Deal, Side


def take_shares(deals: Sequence[Deal], funder: str, others: frozenset[str] = frozenset()) -> tuple[Deal, ...]:
    """The deals that a funder funds, each with that funder's share as its figure where one is stated.

    A share of mixed money is on the side of the funder's other deals, where they are all on one: else nothing of the
    deal says whose money the share is. `others`: who stands together with the funder, as a country's agencies do: a
    figure that several of them fund and nobody else is theirs, and where one of them has a share beside others, that.
    """
    sides = {d.side for d in deals} - {Side.MIXED, Side.NOT_STATED}
    side = sides.pop() if len(sides) == 1 else Side.NOT_STATED
    together = others | {funder}
    return tuple(_take_part(d, together, side) if others else d.share_of(funder, side) for d in deals)


def _take_part(deal: Deal, together: frozenset[str], side: Side) -> Deal:
    """What several funders who stand together have in a deal: all of it where nobody else is in it."""
    among = sorted(deal.funders & together)
    if among and deal.funders <= together:
        return replace(deal, funders=frozenset(among[:1]))
    return deal.share_of(among[0], side) if len(among) == 1 else deal
