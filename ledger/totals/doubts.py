"""What sums come to where figures are one: another of the group, one of another group, or one that is gone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ledger.amounts import Interval
from ledger.deals import Deal
from ledger.totals.doubtful_pairs import add_if_same, chain_pairs, list_split_pairs
from ledger.totals.nesting import nest
from ledger.totals.result import DoubtfulPair, GroupKey, LeftOut, Reason

GONE = (Reason.SUPERSEDED, Reason.CANCELLED, Reason.WITHDRAWN, Reason.IMPRECISE)
"""Why a figure counts nowhere that may be one of those that do: then that one counts nowhere either."""


@dataclass(frozen=True)
class Doubted:
    """A sum where a doubt holds, None where there is no such doubt; see GroupTotal."""

    if_same: Interval | None
    if_elsewhere: Interval | None
    if_gone: Interval | None


@dataclass(frozen=True)
class Doubts:
    """What may be one: `pairs`, and of the deals that are added those that may be one `elsewhere`, or one `gone`."""

    pairs: tuple[DoubtfulPair, ...]
    elsewhere: frozenset[str]
    gone: frozenset[str]

    def of(self, deals: Sequence[Deal]) -> Doubted:
        """What the deals of a group come to where they hold."""
        return self._sum(deals, self._pairs_among(deals))

    def of_funded(self, funded: Sequence[Deal], deals: Sequence[Deal]) -> Doubted:
        """The same of what of these deals is paid out; two of those may be one by others that are not paid."""
        return self._sum(funded, chain_pairs(self._pairs_among(deals), {d.id for d in funded}))

    def _pairs_among(self, deals: Sequence[Deal]) -> list[DoubtfulPair]:
        ids = {d.id for d in deals}
        return [p for p in self.pairs if p.first in ids and p.second in ids]

    def _sum(self, deals: Sequence[Deal], pairs: Sequence[DoubtfulPair]) -> Doubted:
        without = (_sum_without(deals, self.elsewhere), _sum_without(deals, self.gone))
        return Doubted(add_if_same(nest(deals), pairs) if pairs else None, *without)


def find_doubts(
    pairs: tuple[DoubtfulPair, ...], groups: Mapping[GroupKey, Sequence[Deal]], left_out: Iterable[LeftOut]
) -> Doubts:
    """What the pairs mean for the deals that the groups add, and those that are left out."""
    counted = {d.id: d for members in groups.values() for d in members}
    gone = {x.deal for x in left_out if x.reason in GONE}
    return Doubts(pairs, list_split_pairs(pairs, groups), _list_gone(pairs, counted, gone))


def _list_gone(pairs: Iterable[DoubtfulPair], counted: Mapping[str, Deal], gone: set[str]) -> frozenset[str]:
    """The deals that may be one that is gone, with the parts that lie in nothing else that is added."""
    ends = {end for p in pairs for end, other in ((p.first, p.second), (p.second, p.first)) if other in gone}
    going = ends & counted.keys()
    inside = {d.id for d in counted.values() if d.wholes & going and not _is_held(d, going, counted)}
    return frozenset(going | inside)


def _is_held(part: Deal, going: set[str], counted: Mapping[str, Deal]) -> bool:
    """Whether a part of what goes lies in something that stays, and not only because that holds what goes."""
    through = part.wholes & going
    around = frozenset[str]().union(*(counted[whole].wholes for whole in through))
    inside = {w for w in part.wholes & counted.keys() if counted[w].wholes & going}
    return bool((part.wholes & counted.keys()) - through - around - inside)


def _sum_without(deals: Sequence[Deal], doubted: frozenset[str]) -> Interval | None:
    """The sum without some of the deals, its floor never above that with them; None where it has none of them.

    Without a deal that lies in two others nothing tells any more that those overlap, though they may.
    """
    kept = [d for d in deals if d.id not in doubted]
    if len(kept) == len(deals):
        return None
    left, whole = nest(kept).sum(), nest(deals).sum()
    return Interval(min(left.floor, whole.floor), left.ceiling)
