"""Figures of papers by which nobody gives money: each stands in no sum, for a reason of its own."""

from ledger.deals import Instrument
from ledger.totals.result import Reason
from ledger.units import CURRENCY

EXPOSURES = (Instrument.GUARANTEE, Instrument.INSURANCE)
"""Papers that cover another deal: their figure is what may have to be paid one day."""
OF_ANY_FIGURE = dict.fromkeys(EXPOSURES, Reason.EXPOSURE) | {Instrument.OPTION: Reason.OPTION}
OF_A_VALUE = {Instrument.OFFTAKE: Reason.OFFTAKE_VALUE, Instrument.EQUITY_STAKE: Reason.STAKE_VALUE}
"""Papers whose figure in a currency says what something is worth; what is counted otherwise is added like all else."""


def why_no_money(instrument: Instrument, unit: str) -> Reason | None:
    """Why a figure of such a paper is in no sum; None where it may be added."""
    if instrument in OF_A_VALUE and CURRENCY.fullmatch(unit):
        return OF_A_VALUE[instrument]
    return OF_ANY_FIGURE.get(instrument)
