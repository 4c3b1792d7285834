"""Badges of a dispute and its readings: how much hangs on it, and how a reading stands among its rivals."""

from explorer.markdown import escape
from ledger.disputes import NONE_PREFERRED, Weight, describe_weight

RANKS = {
    "preferred": ":green-badge[preferred]",
    "normal": ":gray-badge[normal]",
    "deprecated": ":red-badge[deprecated]",
}
UNDECIDED = f":gray-badge[{NONE_PREFERRED}]"
"""Of a dispute that nobody has decided: what the graph shows is no answer to it."""
WEIGHT_COLOURS = {Weight.DECIDES: "orange", Weight.MATTERS: "blue", Weight.DETAIL: "gray"}


def format_weight(weight: Weight | None) -> str:
    """A weight as a badge with its word."""
    colour = "gray" if weight is None else WEIGHT_COLOURS[weight]
    return f":{colour}-badge[{escape(describe_weight(weight))}]"


def format_rank(rank: str) -> str:
    """A rank as a badge, also one that somebody else left in the graph."""
    return RANKS.get(rank) or f":gray-badge[{escape(rank)}]"
