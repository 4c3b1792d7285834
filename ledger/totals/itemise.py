"""A sum by its smallest figures: what lies inside others instead of these, and what they hold beyond that."""

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.amounts import NOTHING, Interval
from ledger.deals import Deal
from ledger.totals.nesting import nest


@dataclass(frozen=True)
class Item:
    """What a deal without parts counts for, or (`is_rest`) what a whole holds beyond its nearest parts."""

    deal: str
    interval: Interval
    is_rest: bool = False


def itemise(deals: Sequence[Deal]) -> tuple[Item, ...]:
    """The deals of one group as items of which none lies inside another, in the order of the deals.

    A whole that its parts make up in full has no item of its own. Raises CircularDeals.
    """
    nesting = nest(deals)
    items = []
    for deal in deals:
        counts = nesting.counts_for(deal.id)
        if not nesting.parts[deal.id]:
            items.append(Item(deal.id, counts))
        elif (rest := counts.less(nesting.parts_of(deal.id))) != NOTHING:
            items.append(Item(deal.id, rest, is_rest=True))
    return tuple(items)
