"""What a group comes to, straight from the definitions and however slowly: a measure for the quick way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ledger.amounts import NOTHING, Interval
from ledger.totals.overlap import join_figures
from ledger.totals.result import DoubtfulPair


@dataclass(frozen=True)
class SlowNesting:
    """Own figures and holders, compared pairwise."""

    own: Mapping[str, Interval]
    holders: Mapping[str, frozenset[str]]

    def parts(self, whole: str) -> list[str]:
        return [d for d in self.own if whole in self._nearest(self.holders[d])]

    def sum(self) -> Interval:
        return self._add([d for d in self.own if not self.holders[d]])

    def counts_for(self, deal: str) -> Interval:
        own, floor = self.own[deal], self.parts_of(deal).floor
        floor = max(own.floor, floor)
        return Interval(floor, None if own.ceiling is None else max(own.ceiling, floor))

    def parts_of(self, deal: str) -> Interval:
        return self._add(self.parts(deal))

    def _nearest(self, holders: frozenset[str]) -> list[str]:
        return [h for h in holders if not any(h in self.holders[other] for other in holders)]

    def _add(self, deals: Sequence[str]) -> Interval:
        bundles = [frozenset({d}) for d in deals]
        for tie in {h for h in self.holders.values() if len(h) > 1}:
            touched = [b for b in bundles if b & tie]
            if len(touched) > 1:
                bundles = [b for b in bundles if b not in touched] + [frozenset().union(*touched)]
        total = NOTHING
        for bundle in bundles:
            intervals = [self.counts_for(d) for d in bundle]
            total = total + Interval(max(i.floor for i in intervals), sum(intervals, NOTHING).ceiling)
        return total


def as_one(nesting: SlowNesting, pairs: Sequence[DoubtfulPair]) -> SlowNesting:
    """The nesting in which twins are one figure: whoever reaches one another by holders and twins is one."""
    steps = {d: set(h) for d, h in nesting.holders.items()}
    for pair in pairs:
        steps[pair.first].add(pair.second)
        steps[pair.second].add(pair.first)
    above = {d: _reached(d, steps) for d in steps}
    figure = {d: min([d, *(x for x in above[d] if d in above[x])]) for d in steps}
    own = {n: join_figures([nesting.own[d] for d in figure if figure[d] == n]) for n in figure.values()}
    return SlowNesting(own, {n: frozenset(figure[x] for x in above[n]) - {n} for n in own})


def _reached(start: str, steps: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = steps[waiting.pop()] - found
        found |= new
        waiting += new
    return found
