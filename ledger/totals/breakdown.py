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
Insides = Mapping[str, frozenset[str]]
"""By place or mineral, all that it lies in or is a kind of, at any depth."""


def break_down(nesting: Nesting, deals: list[Deal], insides: Insides) -> tuple[Breakdown, ...]:
    """The group by each dimension; a deal in two places stands in two slices, so there is no bottom line.

    What holds others, such as a country its states, stands once, before these, with all of their deals, each once.
    """
    rest = _sum_not_itemised(nesting)
    leaves = [d for d in deals if not nesting.parts[d.id]]
    return tuple(
        Breakdown(name, _slice_by(nesting, leaves, values, insides), rest) for name, values in DIMENSIONS.items()
    )


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


def _slice_by(
    nesting: Nesting, leaves: list[Deal], values: Callable[[Deal], frozenset[str]], insides: Insides
) -> tuple[Slice, ...]:
    by_value: dict[str | None, list[str]] = {}
    for leaf in leaves:
        own = values(leaf)
        around = own.union(*(insides.get(value, frozenset()) for value in own))
        for value in around or [None]:
            by_value.setdefault(value, []).append(leaf.id)
    within = {value: insides.get(value, frozenset()) & by_value.keys() for value in by_value if value is not None}
    holds: dict[str, list[str]] = {value: [] for value in within}
    for value, wholes in sorted(within.items()):
        for whole in wholes:
            holds[whole].append(value)
    slices = [
        Slice(value, *_sum_deals(nesting, by_value[value]), tuple(sorted(within[value])), tuple(holds[value]))
        for value in _order(within, holds)
    ]
    if None in by_value:
        slices.append(Slice(None, *_sum_deals(nesting, by_value[None])))
    return tuple(slices)


def _order(within: Mapping[str, frozenset[str]], holds: Mapping[str, list[str]]) -> list[str]:
    """By id, what holds others before these; what lies in two stands after the first."""
    told: dict[str, None] = {}
    waiting = sorted((value for value, wholes in within.items() if not wholes), reverse=True)
    while waiting:
        value = waiting.pop()
        if value not in told:
            told[value] = None
            nearest = [v for v in holds[value] if not any(value in within[w] for w in within[v] - {value})]
            waiting += sorted(nearest, reverse=True)
    return [*told, *sorted(within.keys() - told.keys())]


def _sum_deals(nesting: Nesting, deals: list[str]) -> tuple[Interval, tuple[str, ...]]:
    return reduce(Interval.__add__, (nesting.counts_for(d) for d in deals), NOTHING), tuple(sorted(deals))


def _sum_not_itemised(nesting: Nesting) -> Interval | None:
    """What wholes hold beyond their nearest parts, over all wholes; None where the group has none."""
    rests = [nesting.counts_for(d).less(nesting.parts_of(d)) for d in nesting.own if nesting.parts[d]]
    return reduce(Interval.__add__, rests) if rests else None
