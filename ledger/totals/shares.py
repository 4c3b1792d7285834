"""Shares of joint deals: what of several deals is one funder's own."""

from collections.abc import Sequence

from ledger.deals import Deal, Side


def take_shares(deals: Sequence[Deal], funder: str) -> tuple[Deal, ...]:
    """The deals that a funder funds, each with that funder's share as its figure where one is stated.

    A share of mixed money is on the side of the funder's other deals, where they are all on one: else nothing of the
    deal says whose money the share is.
    """
    sides = {d.side for d in deals} - {Side.MIXED, Side.NOT_STATED}
    side = sides.pop() if len(sides) == 1 else Side.NOT_STATED
    return tuple(d.share_of(funder, side) for d in deals)
