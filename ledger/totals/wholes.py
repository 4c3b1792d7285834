"""Wholes and parts inside one group: who stands in whom, and what each counts for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ledger.amounts import NOTHING, Interval
from ledger.deals import Deal
from ledger.totals.overlap import Piece, add_pieces


class CircularDeals(ValueError):
    """Deals that are part of themselves, so that no sum has a meaning."""


@dataclass(frozen=True)
class Nesting:
    """The deals of one group, `tops` first and their parts nested as far as the group knows them.

    `holders`: for each deal, the deals of the group that it lies inside of, at any depth.
    `parts`: for each deal, the deals of the group that lie nearest inside it.
    """

    deals: Mapping[str, Deal]
    holders: Mapping[str, frozenset[str]]
    parts: Mapping[str, tuple[str, ...]]

    @property
    def tops(self) -> tuple[str, ...]:
        """Deals that lie inside no other deal of the group."""
        return tuple(d for d in self.deals if not self.holders[d])

    @property
    def leaves(self) -> tuple[str, ...]:
        """Deals in which no other deal of the group lies."""
        return tuple(d for d in self.deals if not self.parts[d])

    def counts_for(self, deal: str) -> Interval:
        """What a deal counts for: at least its parts, at most its own ceiling unless its parts exceed that."""
        own = self.deals[deal].interval() or NOTHING
        parts = self.parts_of(deal)
        floor = max(own.floor, parts.floor)
        return Interval(floor, None if own.ceiling is None else max(own.ceiling, floor))

    def parts_of(self, deal: str) -> Interval:
        """What a deal's nearest parts count for together."""
        return add_pieces([Piece(frozenset({p}), self.counts_for(p)) for p in self.parts[deal]], self.overlaps)

    @cached_property
    def overlaps(self) -> tuple[frozenset[str], ...]:
        """Sets of deals that hold one and the same deal, so that their sums overlap."""
        return tuple({holders for holders in self.holders.values() if len(holders) > 1})

    def top_of(self, deal: str) -> tuple[str, ...]:
        """The top deals that a deal lies inside of, or the deal itself."""
        return (deal,) if not self.holders[deal] else tuple(h for h in self.holders[deal] if not self.holders[h])


def nest(deals: list[Deal]) -> Nesting:
    """Find who lies in whom among the deals of one group; raises CircularDeals."""
    by_id = {d.id: d for d in deals}
    for deal in deals:
        if any(deal.id in by_id[whole].wholes for whole in deal.wholes if whole in by_id) or deal.id in deal.wholes:
            raise CircularDeals(f"{deal.id} is part of itself: check its PART_OF links")
    holders = {d.id: frozenset(w for w in d.wholes if w in by_id) for d in deals}
    parts: dict[str, list[str]] = {d.id: [] for d in deals}
    for deal in deals:
        for holder in _nearest(deal.id, holders):
            parts[holder].append(deal.id)
    return Nesting(by_id, holders, {d: tuple(ps) for d, ps in parts.items()})


def _nearest(deal: str, holders: Mapping[str, frozenset[str]]) -> list[str]:
    """The holders that hold no other holder of the deal."""
    mine = holders[deal]
    return sorted(h for h in mine if not any(h in holders[other] for other in mine))
