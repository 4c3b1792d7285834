"""Figures that may be one and the same: the sum is shown with and without them."""

from collections.abc import Iterable, Sequence

from ledger.amounts import Interval
from ledger.deals import Deal
from ledger.totals.overlap import add_pieces, bundles, one_figure
from ledger.totals.result import DoubtfulPair
from ledger.totals.wholes import Nesting


def doubtful_pairs(deals: Iterable[Deal]) -> tuple[DoubtfulPair, ...]:
    """Every pair of the deals at hand that may be one figure, each pair once."""
    by_id = {d.id: d for d in deals}
    pairs = {(min(d.id, o), max(d.id, o)) for d in by_id.values() for o in d.may_be_same_as if o in by_id and o != d.id}
    return tuple(DoubtfulPair(*pair) for pair in sorted(pairs))


def add_if_same(nesting: Nesting, pairs: Sequence[DoubtfulPair]) -> Interval | None:
    """The sum of a group when every doubtful pair in it is one figure; None when it has no such pair."""
    mine = [p for p in pairs if p.first in nesting.deals and p.second in nesting.deals]
    if not mine:
        return None
    counted_elsewhere = {d for p in mine for d in _giving_way(nesting, p)}
    tops = [t for t in nesting.tops if t not in counted_elsewhere]
    figures = bundles(tops, [frozenset({p.first, p.second}) for p in mine])
    return add_pieces([one_figure(f, [nesting.counts_for(d) for d in sorted(f)]) for f in figures], nesting.overlaps)


def _giving_way(nesting: Nesting, pair: DoubtfulPair) -> list[str]:
    """A top deal gives way to a twin that another top already counts as its part."""
    both = ((pair.first, pair.second), (pair.second, pair.first))
    return [
        d for d, twin in both if not nesting.holders[d] and nesting.holders[twin] and d not in nesting.holders[twin]
    ]
