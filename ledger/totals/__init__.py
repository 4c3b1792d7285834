"""Totals: the one place in which figures are added.

`total(deals)` leaves out what has no place in a sum, groups the rest so that
nothing unlike is added, counts no part beside its whole, and says what it did.
"""

from ledger.totals.add import group_deals, total
from ledger.totals.as_of import show_stages
from ledger.totals.compare import Comparison, Difference, Figure, Moved, compare_totals
from ledger.totals.itemise import Item, itemise
from ledger.totals.nesting import CircularDeals
from ledger.totals.no_money import EXPOSURES, why_no_money
from ledger.totals.result import Breakdown, Counted, DoubtfulPair, GroupKey, GroupTotal, LeftOut, Reason, Slice, Totals
from ledger.totals.shares import take_shares

__all__ = [
    "EXPOSURES",
    "Breakdown",
    "CircularDeals",
    "Comparison",
    "Counted",
    "Difference",
    "DoubtfulPair",
    "Figure",
    "GroupKey",
    "GroupTotal",
    "Item",
    "LeftOut",
    "Moved",
    "Reason",
    "Slice",
    "Totals",
    "compare_totals",
    "group_deals",
    "itemise",
    "show_stages",
    "take_shares",
    "total",
    "why_no_money",
]
