"""Figures that may be one and the same: the sum is shown with and without them."""

from collections.abc import Iterable, Mapping, Sequence

from ledger.amounts import Interval
from ledger.deals import Deal
from ledger.totals.cycles import find_cycles
from ledger.totals.nesting import Nesting
from ledger.totals.overlap import join_figures
from ledger.totals.result import DoubtfulPair, GroupKey


def find_doubtful_pairs(deals: Iterable[Deal]) -> tuple[DoubtfulPair, ...]:
    """Every pair of the deals at hand that may be one figure, each pair once."""
    by_id = {d.id: d for d in deals}
    pairs = {(min(d.id, o), max(d.id, o)) for d in by_id.values() for o in d.may_be_same_as if o in by_id and o != d.id}
    return tuple(DoubtfulPair(*pair) for pair in sorted(pairs))


def list_split_pairs(pairs: Iterable[DoubtfulPair], groups: Mapping[GroupKey, Iterable[Deal]]) -> frozenset[str]:
    """The deals of those pairs whose two figures are counted in two groups: if they are one, one sum is too high."""
    group = {d.id: key for key, members in groups.items() for d in members}
    split = (p for p in pairs if p.first in group and p.second in group and group[p.first] != group[p.second])
    return frozenset(d for p in split for d in (p.first, p.second))


def add_if_same(nesting: Nesting, pairs: Sequence[DoubtfulPair]) -> Interval | None:
    """The sum of a group when every doubtful pair in it is one figure; None when it has no such pair."""
    mine = [p for p in pairs if p.first in nesting.own and p.second in nesting.own]
    return _join_pairs(nesting, mine).sum() if mine else None


def _join_pairs(nesting: Nesting, pairs: Sequence[DoubtfulPair]) -> Nesting:
    """The nesting in which twins are one figure, inside whatever either lies in.

    So are deals that would lie inside one another then: a deal, its part, and the whole that may be that part.
    """
    steps = {d: set(holders) for d, holders in nesting.holders.items()}
    for pair in pairs:
        steps[pair.first].add(pair.second)
        steps[pair.second].add(pair.first)
    circles = [(min(circle), circle) for circle in find_cycles(steps)]
    figure = {deal: name for name, circle in circles for deal in circle}
    own, above = {}, dict[str, frozenset[str]]()
    for name, circle in reversed(circles):
        wholes = {figure[x] for deal in circle for x in steps[deal]} - {name}
        above[name] = frozenset(wholes).union(*(above[whole] for whole in wholes))
        own[name] = join_figures([nesting.own[deal] for deal in circle])
    return Nesting(own, above)
