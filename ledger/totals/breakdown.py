"""A group seen by place, mineral or recipient, from the parts and what is not itemised."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce

from ledger.amounts import Interval
from ledger.deals import Deal
from ledger.minerals import widen
from ledger.totals.nesting import Nesting
from ledger.totals.overlap import add_up
from ledger.totals.result import Breakdown, GroupKey, Slice

DIMENSIONS: dict[str, Callable[[Deal], frozenset[str]]] = {
    "place": lambda deal: deal.places,
    "mineral": lambda deal: deal.of_minerals,
    "recipient": lambda deal: deal.recipients,
}
OF_WHOLES = frozenset({"mineral"})
"""What wholes may name themselves: where one does, it stands for its parts, unless they tell apart what it names."""
Insides = Mapping[str, frozenset[str]]
"""By place or mineral, all that it lies in or is a kind of, at any depth."""


def break_down(nesting: Nesting, deals: list[Deal], insides: Insides) -> tuple[Breakdown, ...]:
    """The group by each dimension; a deal in two places stands in two slices, so there is no bottom line.

    What holds others, such as a country its states, stands once, before these, with all of their deals, each once.
    """
    return tuple(_break_down_by(name, nesting, deals, insides) for name in DIMENSIONS)


def _break_down_by(name: str, nesting: Nesting, deals: Sequence[Deal], insides: Insides) -> Breakdown:
    """Each deal under its values: those without parts, and where wholes may name some, also these."""
    named, opened = list[tuple[str, frozenset[str], bool]](), list[str]()
    for deal in deals:
        own, has_parts = DIMENSIONS[name](deal), bool(nesting.parts[deal.id])
        apart = deal.told_apart if name in OF_WHOLES else frozenset[str]()
        if has_parts and (name not in OF_WHOLES or not own):
            opened.append(deal.id)
            continue
        if apart:
            opened.append(deal.id)
        named.append((deal.id, widen(own, insides) - apart, not own))
    return Breakdown(name, _slice_by(nesting, named, insides), _sum_not_itemised(nesting, opened))


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
    nesting: Nesting, named: Iterable[tuple[str, frozenset[str], bool]], insides: Insides
) -> tuple[Slice, ...]:
    """`named`: deals with their values and those around these, and whether none is told."""
    by_value: dict[str | None, list[str]] = {}
    for deal, values, is_untold in named:
        for value in [None] if is_untold else values:
            by_value.setdefault(value, []).append(deal)
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
    """Of deals that lie in one another the outermost alone, as in the sum of all."""
    among = frozenset(deals)
    tops = [d for d in deals if not nesting.holders[d] & among]
    return add_up({d: nesting.counts_for(d) for d in tops}, nesting.overlaps), tuple(sorted(tops))


def _sum_not_itemised(nesting: Nesting, opened: Iterable[str]) -> Interval | None:
    """What some deals hold beyond their nearest parts, over all of them; None where there are none."""
    rests = [nesting.counts_for(d).less(nesting.parts_of(d)) for d in opened]
    return reduce(Interval.__add__, rests) if rests else None
