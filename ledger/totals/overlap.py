"""Adding figures of which some may overlap: of those, only the largest floor is sure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ledger.amounts import NOTHING, Interval


@dataclass(frozen=True)
class Piece:
    """What one deal, or several that are one figure, count for."""

    deals: frozenset[str]
    interval: Interval


def add_pieces(pieces: Iterable[Piece], overlaps: Sequence[frozenset[str]]) -> Interval:
    """The sum; `overlaps` are sets of deals that share something, so that adding their floors would count it twice."""
    by_deal = {d: piece for piece in pieces for d in piece.deals}
    total = NOTHING
    for bundle in bundles(by_deal, overlaps, together=[p.deals for p in set(by_deal.values())]):
        intervals = [p.interval for p in {by_deal[d] for d in bundle}]
        total = total + Interval(max(i.floor for i in intervals), sum(intervals, NOTHING).ceiling)
    return total


def one_figure(deals: frozenset[str], intervals: Sequence[Interval]) -> Piece:
    """Several tellings of one figure as one piece: the largest, never their sum."""
    closed = [i.ceiling for i in intervals if i.ceiling is not None]
    ceiling = max(closed) if len(closed) == len(intervals) else None
    return Piece(deals, Interval(max(i.floor for i in intervals), ceiling))


def bundles(
    items: Iterable[str], ties: Sequence[frozenset[str]], together: Sequence[frozenset[str]] = ()
) -> list[frozenset[str]]:
    """The items in bundles: two share a bundle when a chain of ties joins them."""
    found = [frozenset({i}) for i in items]
    for tie in (*ties, *together):
        touched = [b for b in found if b & tie]
        if len(touched) > 1:
            found = [b for b in found if b not in touched] + [frozenset().union(*touched)]
    return found
