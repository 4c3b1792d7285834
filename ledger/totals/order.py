"""The order in which sums are read."""

from collections.abc import Iterable

from ledger.deals import FIRMEST_FIRST
from ledger.totals.result import GroupKey
from ledger.units import CURRENCY


def put_firmest_first(keys: Iterable[GroupKey]) -> list[GroupKey]:
    """Money before quantities, then what is paid or bound before what is talked of; all else by side, unit and name.

    A stage that is not stated, or no step on the way to payment, comes last: nothing says how firm it is.
    """
    return sorted(
        keys, key=lambda key: (not CURRENCY.fullmatch(key.unit), FIRMEST_FIRST.index(key.stage), key.side, key)
    )
