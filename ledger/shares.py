"""What a share in per cent comes to."""

from fractions import Fraction

from ledger.amounts import Amount, Qualifier

WHOLE = 100


def take_per_cent(amount: Amount, per_cent: float) -> Amount:
    """So many per cent of a figure, as firm as the figure is; where no whole number comes out, about the one below."""
    if amount.value is None:
        return amount
    part = Fraction(str(per_cent)) / WHOLE
    exact = amount.value * part
    value, ceiling = int(exact), None if amount.ceiling is None else int(amount.ceiling * part)
    is_rounded = amount.qualifier is Qualifier.EXACT and exact.denominator > 1
    if is_rounded or (ceiling is not None and ceiling <= value):
        return Amount(value, amount.unit, Qualifier.ABOUT)
    return Amount(value, amount.unit, amount.qualifier, ceiling)
