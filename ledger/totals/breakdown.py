"""A group seen by place, mineral or recipient, from the parts and what is not itemised."""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce

from ledger.amounts import NOTHING, Interval
from ledger.deals import Deal
from ledger.totals.nesting import Nesting
from ledger.totals.result import Breakdown, GroupKey, Slice

DIMENSIONS: dict[str, Callable[[Deal], frozenset[str]]] = {
    "place": lambda deal: deal.places,
    "mineral": lambda deal: deal.minerals,
    "recipient": lambda deal: deal.recipients,
}


def break_down(nesting: Nesting, deals: list[Deal]) -> tuple[Breakdown, ...]:
    """The group by each dimension; a deal in two places stands in two slices, so there is no bottom line."""
    rest = _sum_not_itemised(nesting)
    leaves = [d for d in deals if not nesting.parts[d.id]]
    return tuple(Breakdown(name, _slice_by(nesting, leaves, values), rest) for name, values in DIMENSIONS.items())


def find_parts_elsewhere(groups: Mapping[GroupKey, Sequence[Deal]]) -> dict[GroupKey, tuple[str, ...]]:
    """By group, the deals that another group counts and that lie inside one of this, but in no other of them."""
    group = {d.id: key for key, members in groups.items() for d in members}
    found: dict[GroupKey, dict[str, Deal]] = {}
    for deal in (d for members in groups.values() for d in members):
        for key in {group[whole] for whole in deal.wholes if whole in group} - {group[deal.id]}:
            found.setdefault(key, {})[deal.id] = deal
    return {
        key: tuple(sorted(i for i, d in parts.items() if not d.wholes & parts.keys())) for key, parts in found.items()
    }


def _slice_by(nesting: Nesting, leaves: list[Deal], values: Callable[[Deal], frozenset[str]]) -> tuple[Slice, ...]:
    by_value: dict[str | None, list[str]] = {}
    for leaf in leaves:
        for value in values(leaf) or [None]:
            by_value.setdefault(value, []).append(leaf.id)
    ordered = sorted(by_value.items(), key=lambda item: (item[0] is None, item[0] or ""))
    return tuple(Slice(value, _sum_deals(nesting, deals), tuple(sorted(deals))) for value, deals in ordered)


def _sum_deals(nesting: Nesting, deals: list[str]) -> Interval:
    return reduce(Interval.__add__, (nesting.counts_for(d) for d in deals), NOTHING)


def _sum_not_itemised(nesting: Nesting) -> Interval | None:
    """What wholes hold beyond their nearest parts, over all wholes; None where the group has none."""
    rests = [nesting.counts_for(d).less(nesting.parts_of(d)) for d in nesting.own if nesting.parts[d]]
    return reduce(Interval.__add__, rests) if rests else None
