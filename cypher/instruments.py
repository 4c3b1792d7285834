"""What is to be said of a deal's figure for the paper that it stands on: no money given, and on which terms."""

from collections.abc import Callable

from cypher.model.properties import INTEREST, MATURITY, TENOR
from cypher.results import GraphNode
from ledger.dates import format_date
from ledger.deals import Instrument
from ledger.durations import BadDuration, Duration
from ledger.glossary import spell_term
from ledger.text import shorten
from ledger.totals import Reason, why_no_money

NO_MONEY = {
    Reason.EXPOSURE: "a guarantee or cover is exposure, no money given",
    Reason.OPTION: "an option is a right, and nothing is agreed yet",
    Reason.OFFTAKE_VALUE: "the value of an offtake, no money given to anybody",
    Reason.STAKE_VALUE: "what a stake is worth, no money given",
}
"""Why a figure is no money, in words."""


def describe_no_money(deal: GraphNode) -> str:
    """Why a deal's figure is no money that somebody gives; empty where it may be some, or there is none."""
    unit, instrument = (deal.properties.get(name) for name in ("amount_unit", "instrument"))
    if unit is None or instrument not in list(Instrument):
        return ""
    reason = why_no_money(Instrument(instrument), str(unit))
    return NO_MONEY[reason] if reason else ""


def describe_terms(deal: GraphNode) -> str:
    """Interest, tenor and maturity of a deal in words; empty where none is told."""
    told = ((name, shorten("; ".join(deal.texts(name)))) for name in SPELL)
    return "; ".join(f"{name} {SPELL[name](text)}" for name, text in told if text)


def _spell_duration(text: str) -> str:
    """A duration as people say it; whatever else stands there as it is."""
    try:
        return str(Duration.parse(text))
    except BadDuration:
        return text


SPELL: dict[str, Callable[[str], str]] = {
    INTEREST.name: spell_term, TENOR.name: _spell_duration, MATURITY.name: format_date,
}  # fmt: skip
"""How each of a deal's terms is said."""
