"""Sizes and widths by money: over figures alone that may be compared, each of one unit and equally far.

The area of a node, and the width of a line, go with the figure that is stated: of a range its upper end. A figure that
is no firm one (up to, at least, more than, a range) is drawn another way. What has no such figure is the smallest.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from cypher.deals import DealBook, UnreadableDeal, share_of
from cypher.results import GraphEdge, Subgraph
from explorer.render.picture_style import Measure
from ledger.amounts import Amount, Qualifier, format_amount
from ledger.deals import Deal
from ledger.totals import group_deals
from ledger.units import CURRENCY

LARGEST_NODE, SMALLEST_NODE = 26.0, 5.0
WIDEST_LINE, THINNEST_LINE = 9.0, 1.0
FIRM = (Qualifier.EXACT, Qualifier.ABOUT)


@dataclass(frozen=True)
class Figure:
    """A figure that is drawn: `value` in whole units, `is_firm` where it is neither a limit nor a range."""

    value: int
    is_firm: bool


@dataclass(frozen=True)
class MoneyScale:
    """The figures of one measure by the id of what has them; the others have none that may be compared with them."""

    measure: Measure
    figures: Mapping[str, Figure]

    @property
    def largest(self) -> int:
        """The largest figure, in whole units; 0 where there is none."""
        return max((f.value for f in self.figures.values()), default=0)

    def radius(self, item: str) -> float:
        """Of a node, in pixels: its area goes with its figure."""
        return max(SMALLEST_NODE, LARGEST_NODE * sqrt(self._part(item)))

    def width(self, item: str) -> float:
        """Of a line, in pixels."""
        return max(THINNEST_LINE, WIDEST_LINE * self._part(item))

    def is_firm(self, item: str) -> bool:
        """Whether what is drawn is a firm figure, or there is none."""
        return item not in self.figures or self.figures[item].is_firm

    def say_largest(self) -> str:
        """The largest figure in words: `USD 10 billion`."""
        return format_amount(self.largest, self.measure.unit)

    def say_smallest(self, *, of_lines: bool) -> str:
        """Up to which figure all are drawn alike, in words."""
        part = THINNEST_LINE / WIDEST_LINE if of_lines else (SMALLEST_NODE / LARGEST_NODE) ** 2
        return format_amount(round(self.largest * part), self.measure.unit)

    def _part(self, item: str) -> float:
        return self.figures[item].value / self.largest if item in self.figures and self.largest else 0.0


def list_measures(book: DealBook) -> tuple[Measure, ...]:
    """The measures in which two deals or more of a picture have figures, those of most deals first."""
    found: dict[Measure, int] = {}
    for measure in _measured(book).values():
        found[measure] = found.get(measure, 0) + 1
    return tuple(sorted((m for m, count in found.items() if count > 1), key=lambda m: (-found[m], m)))


def scale_nodes(book: DealBook, measure: Measure) -> MoneyScale:
    """The figures of deals."""
    found = {
        deal: figure
        for deal, own in _measured(book).items()
        if own == measure and (figure := _draw(book.by_id[deal].amount)) is not None
    }
    return MoneyScale(measure, found)


def scale_lines(shown: Subgraph, book: DealBook, measure: Measure) -> MoneyScale:
    """What of the figures goes along each line: a funder's own share, or all where it alone funds; to a recipient all
    where it is the only one. Of a joint figure, nothing is anybody's own."""
    of_deals = _measured(book)
    found = dict[str, Figure]()
    for edge in shown.edges:
        deal_id = {"FUNDS": edge.end, "GOES_TO": edge.start}.get(edge.type)
        if deal_id is None or of_deals.get(deal_id) != measure:
            continue
        figure = _draw(_along(edge, book.by_id[deal_id], book))
        if figure is not None:
            found[edge.id] = figure
    return MoneyScale(measure, found)


def _measured(book: DealBook) -> dict[str, Measure]:
    """By deal, in which measure its figure is: those that a sum would take, in money, and of no time or stock."""
    return {
        deal.id: Measure(key.stage, key.unit)
        for key, deals in group_deals(book.deals).items()
        if CURRENCY.fullmatch(key.unit) and not (key.amount_of or key.amount_period or key.measured_as)
        for deal in deals
    }


def _along(edge: GraphEdge, deal: Deal, book: DealBook) -> Amount | None:
    if edge.type == "GOES_TO":
        return deal.amount if len(deal.recipients) == 1 and edge.end in deal.recipients else None
    try:
        share = share_of(edge, deal.amount)
    except UnreadableDeal:
        return None
    if share is not None:
        return share if deal.amount and share.unit == deal.amount.unit else None
    return deal.amount if len(book.funders.get(deal.id, ())) == 1 else None


def _draw(amount: Amount | None) -> Figure | None:
    if amount is None or amount.value is None:
        return None
    return Figure(amount.ceiling or amount.value, amount.qualifier in FIRM)
