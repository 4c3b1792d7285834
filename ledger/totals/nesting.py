"""Wholes and parts inside one group: who stands in whom, and what each counts for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ledger.amounts import NOTHING, Interval
from ledger.deals import Deal
from ledger.totals.overlap import Overlaps, add_up


class CircularDeals(ValueError):
    """Deals that are part of themselves, so that no sum has a meaning."""


@dataclass(frozen=True)
class Nesting:
    """The deals of one group, nested as far as the group knows them.

    `own`: each deal's own figure. `holders`: for each deal, those of the group that it lies inside of, at any depth.
    """

    own: Mapping[str, Interval]
    holders: Mapping[str, frozenset[str]]
    _parts_of: dict[str, Interval] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def tops(self) -> tuple[str, ...]:
        """Deals that lie inside no other deal of the group."""
        return tuple(d for d in self.own if not self.holders[d])

    @cached_property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """For each deal, the deals of the group that lie nearest inside it."""
        parts: dict[str, list[str]] = {d: [] for d in self.own}
        for deal in self.own:
            for holder in self.nearest(self.holders[deal]):
                parts[holder].append(deal)
        return {d: tuple(ps) for d, ps in parts.items()}

    def nearest(self, holders: frozenset[str]) -> list[str]:
        """Of the deals of the group that hold one and the same deal, those that hold no other of them."""
        return sorted(holders.difference(*(self.holders[other] for other in holders)))

    def sum(self) -> Interval:
        """What the group comes to: its tops, each with what it counts for."""
        return add_up({t: self.counts_for(t) for t in self.tops}, self.overlaps)

    def counts_for(self, deal: str) -> Interval:
        """What a deal counts for: at least its parts, at most its own ceiling unless its parts exceed that."""
        own = self.own[deal]
        floor = max(own.floor, self.parts_of(deal).floor)
        return Interval(floor, None if own.ceiling is None else max(own.ceiling, floor))

    def parts_of(self, deal: str) -> Interval:
        """What a deal's nearest parts count for together; worked out once a deal."""
        if deal not in self._parts_of:
            self._parts_of[deal] = add_up({p: self.counts_for(p) for p in self.parts[deal]}, self.overlaps)
        return self._parts_of[deal]

    @cached_property
    def overlaps(self) -> Overlaps:
        """Sets of deals that hold one and the same deal, so that their sums overlap."""
        return Overlaps({holders for holders in self.holders.values() if len(holders) > 1})


def nest(deals: Sequence[Deal]) -> Nesting:
    """Find who lies in whom among the deals of one group; raises CircularDeals."""
    by_id = {d.id: d for d in deals}
    for deal in deals:
        if any(deal.id in by_id[whole].wholes for whole in deal.wholes if whole in by_id) or deal.id in deal.wholes:
            raise CircularDeals(f"{deal.id} is part of itself: check its PART_OF links")
    return Nesting(
        own={d.id: d.interval() or NOTHING for d in deals},
        holders={d.id: frozenset(w for w in d.wholes if w in by_id) for d in deals},
    )
