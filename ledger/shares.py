"""What a share in per cent comes to."""

from fractions import Fraction
from math import ceil, floor

from ledger.amounts import Amount, Qualifier

WHOLE = 100


def take_per_cent(amount: Amount, per_cent: float) -> Amount:
    """So many per cent of a figure, as firm as the figure is; between two whole numbers where none comes out."""
    if amount.value is None:
        return amount
    part = Fraction(str(per_cent)) / WHOLE
    low, high = amount.value * part, (amount.value if amount.ceiling is None else amount.ceiling) * part
    match amount.qualifier:
        case Qualifier.UP_TO:
            return Amount(ceil(high), amount.unit, Qualifier.UP_TO)
        case Qualifier.ABOUT:
            return Amount(round(low), amount.unit, Qualifier.ABOUT)
        case Qualifier.EXACT | Qualifier.RANGE if floor(low) < ceil(high):
            return Amount(floor(low), amount.unit, Qualifier.RANGE, ceil(high))
        case Qualifier.RANGE:
            return Amount(floor(low), amount.unit, Qualifier.EXACT)
    return Amount(floor(low), amount.unit, amount.qualifier)
