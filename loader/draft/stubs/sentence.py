"""A place with what was found in it, and which of its words belong to which of its figures."""

import re
from dataclasses import dataclass

from ledger.found_amounts import FoundAmount
from ledger.found_dates import FoundDate
from ledger.found_shares import FoundShare
from ledger.found_terms import FoundTerm
from ledger.units import CURRENCIES
from loader.draft.stubs.cast import Actor

GOODS = frozenset(("tons", "tons_per_year", "kilograms", "ounces", "ounces_per_year", "barrels", "barrels_per_day"))
BETWEEN_FIGURES = re.compile(r"[,;:]\s+(?:and\s+)?|\s+and\s+")
COST = re.compile(r"\b(?:costs?|costing|valued at|put at|is worth|estimated at)\b", re.IGNORECASE)
"""Words by which a figure is what something is put at, whoever pays."""
COST_BEFORE = 40
"""Characters before a figure within which it is said that it is a cost."""


@dataclass(frozen=True)
class Sentence:
    """A place with what was found in it; `figures` are those that may be of deals."""

    place: str
    text: str
    actors: list[Actor]
    dates: tuple[FoundDate, ...]
    terms: tuple[FoundTerm, ...]
    shares: tuple[FoundShare, ...]
    figures: tuple[FoundAmount, ...]

    def own_words(self, figure: FoundAmount) -> range:
        """The characters that belong to one of its figures: all of them where it has no other.

        Else from the last mark or `and` between it and the figure before, up to the one before the figure behind.
        """
        cuts = [m.end() for m in BETWEEN_FIGURES.finditer(self.text)]
        before = max((f.end for f in self.figures if f.end <= figure.start), default=None)
        behind = min((f.start for f in self.figures if f.start >= figure.end), default=None)
        start = 0 if before is None else max([before, *(c for c in cuts if before <= c <= figure.start)])
        stop = len(self.text)
        if behind is not None:
            stop = max([figure.end, *(c for c in cuts if figure.end <= c <= behind)])
        return range(start, stop)

    def find_cost(self, figure: FoundAmount) -> str | None:
        """The words by which a figure is what something is put at; None where it is money that is given."""
        found = COST.search(self.text[max(0, figure.start - COST_BEFORE) : figure.start])
        return found[0] if found else None


def is_figure_of_deal(amount: FoundAmount) -> bool:
    """Whether a figure may be one of a deal: money, or goods."""
    return amount.amount.unit in CURRENCIES or amount.amount.unit in GOODS
