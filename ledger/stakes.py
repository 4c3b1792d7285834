"""Who owns how much of a thing by way of others: a product along one chain of direct shares, and never a sum."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce

WHOLE = Decimal(100)


@dataclass(frozen=True)
class Stake:
    """A stake by its id: `share` in per cent, None where none is stated; `is_direct`: it is said to be the owner's own;
    `is_counted`: False for what is held by way of others, since the stakes between tell the same."""

    id: str
    owner: str
    owned: str
    share: Decimal | None
    is_direct: bool
    is_counted: bool = True


@dataclass(frozen=True)
class Chain:
    """A single chain of stakes from an owner to what is owned, with the share that it comes to in per cent.

    `others`: how many other stakes of the same owner lead there, so that this is not all that the owner has.
    `above_the_whole`: what is owned in it by shares that come to more than the whole, so that not all can be so.
    """

    stakes: tuple[Stake, ...]
    share: Decimal
    others: int
    above_the_whole: tuple[str, ...] = ()


def leads_to(stakes: Iterable[Stake], node: str) -> tuple[Stake, ...]:
    """The stakes by which somebody owns the node, directly or by others."""
    some = tuple(stakes)
    above = _reach(node, some, lambda s: (s.owned, s.owner))
    return tuple(s for s in some if s.owned in above)


def leads_from(stakes: Iterable[Stake], node: str) -> tuple[Stake, ...]:
    """The stakes that the node has, directly or by others."""
    some = tuple(stakes)
    below = _reach(node, some, lambda s: (s.owner, s.owned))
    return tuple(s for s in some if s.owner in below)


def effective_shares(stakes: Iterable[Stake], node: str) -> dict[str, Chain]:
    """By stake, its owner's share of the node by way of it, or the node's share of what is owned at its end.

    Only where one chain alone leads from that stake to the node, of two stakes or more, each a stated direct share,
    and nothing in it owns itself in a circle.
    """
    counted = tuple(s for s in stakes if s.is_counted)
    above, below = leads_to(counted, node), leads_from(counted, node)
    circled = {s.id for s in above} & {s.id for s in below}
    too_much = _find_above_the_whole(counted)
    found: dict[str, Chain] = {}
    for stake in above:
        if chain := _follow(stake, node, above, lambda s: s.owned, lambda s: s.owner):
            found[stake.id] = _multiply(chain, sum(s.owner == stake.owner for s in above) - 1, too_much)
    for stake in below:
        if chain := _follow(stake, node, below, lambda s: s.owner, lambda s: s.owned):
            found[stake.id] = _multiply(chain[::-1], sum(s.owned == stake.owned for s in below) - 1, too_much)
    return {i: chain for i, chain in found.items() if len(chain.stakes) > 1 and not circled}


def _reach(node: str, stakes: tuple[Stake, ...], ends: Callable[[Stake], tuple[str, str]]) -> set[str]:
    """The node and everything that stakes lead to from it; `ends`: where a stake is met, and where it leads."""
    onward: dict[str, list[str]] = defaultdict(list)
    for stake in stakes:
        met, led = ends(stake)
        onward[met].append(led)
    reached, waiting = {node}, [node]
    while waiting:
        waiting += (new := set(onward[waiting.pop()]) - reached)
        reached |= new
    return reached


def _follow(
    stake: Stake, node: str, among: tuple[Stake, ...], near: Callable[[Stake], str], far: Callable[[Stake], str]
) -> tuple[Stake, ...]:
    """The one chain from a stake to the node; empty where there are several, or a share in it is not stated."""
    chain = [stake]
    while near(chain[-1]) != node:
        onward = [s for s in among if far(s) == near(chain[-1])]
        if len(onward) != 1 or onward[0] in chain:
            return ()
        chain += onward
    return tuple(chain) if all(s.is_direct and s.share is not None for s in chain) else ()


def _find_above_the_whole(stakes: tuple[Stake, ...]) -> set[str]:
    told: dict[str, Decimal] = defaultdict(Decimal)
    for stake in stakes:
        told[stake.owned] += stake.share or Decimal()
    return {owned for owned, share in told.items() if share > WHOLE}


def _multiply(chain: tuple[Stake, ...], others: int, too_much: set[str]) -> Chain:
    share = reduce(lambda of, s: of * (s.share or Decimal()) / WHOLE, chain, WHOLE)
    return Chain(chain, share, others, tuple(s.owned for s in chain if s.owned in too_much))
