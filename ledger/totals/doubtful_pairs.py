"""Figures that may be one and the same: the sum is shown with and without them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from ledger.amounts import Interval
from ledger.deals import Deal
from ledger.totals.nesting import Nesting
from ledger.totals.overlap import Overlaps, join_figures
from ledger.totals.result import DoubtfulPair, GroupKey


def find_doubtful_pairs(deals: Iterable[Deal]) -> tuple[DoubtfulPair, ...]:
    """Every pair of the deals at hand that may be one figure, each pair once."""
    by_id = {d.id: d for d in deals}
    pairs = {(min(d.id, o), max(d.id, o)) for d in by_id.values() for o in d.may_be_same_as if o in by_id and o != d.id}
    return tuple(DoubtfulPair(*pair) for pair in sorted(pairs))


def find_pairs_beyond(deals: Iterable[Deal]) -> tuple[DoubtfulPair, ...]:
    """Every deal at hand with one that is not, and that it may be."""
    by_id = {d.id: d for d in deals}
    pairs = {DoubtfulPair(d.id, other) for d in by_id.values() for other in d.may_be_same_as - by_id.keys()}
    return tuple(sorted(pairs))


def chain_pairs(pairs: Sequence[DoubtfulPair], among: Collection[str]) -> list[DoubtfulPair]:
    """Pairs of some deals alone, which may be one by way of others too."""
    ties = Overlaps({frozenset((p.first, p.second)) for p in pairs})
    chains = ties.bundles({end: None for p in pairs for end in (p.first, p.second)})
    kept = ([deal for deal in chain if deal in among] for chain in chains)
    return [DoubtfulPair(min(a, b), max(a, b)) for chain in kept for a, b in pairwise(chain)]


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
    circles = [(min(circle), circle) for circle in _find_cycles(steps)]
    figure = {deal: name for name, circle in circles for deal in circle}
    own, above = {}, dict[str, frozenset[str]]()
    for name, circle in reversed(circles):
        wholes = {figure[x] for deal in circle for x in steps[deal]} - {name}
        above[name] = frozenset(wholes).union(*(above[whole] for whole in wholes))
        own[name] = join_figures([nesting.own[deal] for deal in circle])
    return Nesting(own, above)


def _find_cycles(steps: Mapping[str, Collection[str]]) -> list[list[str]]:
    """Strongly connected components: each reaches all of its circle, and a circle comes before those it leads to.

    Kosaraju's way, so that the time grows with the number of steps, not with the number of pairs.
    """
    back: dict[str, list[str]] = {thing: [] for thing in steps}
    for thing, leads_to in steps.items():
        for other in leads_to:
            back[other].append(thing)
    met: set[str] = set()
    last_left_first = [t for start in steps for t in _walk_in_depth(start, steps, met)][::-1]
    placed: set[str] = set()
    return [circle for start in last_left_first if (circle := _walk_in_depth(start, back, placed))]


def _walk_in_depth(start: str, steps: Mapping[str, Collection[str]], met: set[str]) -> list[str]:
    """What a walk in depth reaches from `start` and has not met, in the order in which it is left for good."""
    if start in met:
        return []
    met.add(start)
    left, way = [], [(start, iter(steps[start]))]
    while way:
        here, ahead = way[-1]
        onward = next((thing for thing in ahead if thing not in met), None)
        if onward is None:
            left.append(here)
            way.pop()
        else:
            met.add(onward)
            way.append((onward, iter(steps[onward])))
    return left
