"""Adding figures of which some may overlap: of those, only the largest floor is sure."""

from collections.abc import Iterable, Mapping, Sequence

from ledger.amounts import NOTHING, Interval


def add_up(figures: Mapping[str, Interval], overlaps: Sequence[frozenset[str]]) -> Interval:
    """The sum; `overlaps` are sets of deals that share something, so that adding their floors would count it twice."""
    total = NOTHING
    for bundle in _bundles(figures, overlaps):
        intervals = [figures[d] for d in bundle]
        total = total + Interval(max(i.floor for i in intervals), sum(intervals, NOTHING).ceiling)
    return total


def one_figure(intervals: Sequence[Interval]) -> Interval:
    """Several tellings of one figure: the largest, never their sum."""
    closed = [i.ceiling for i in intervals if i.ceiling is not None]
    ceiling = max(closed) if len(closed) == len(intervals) else None
    return Interval(max(i.floor for i in intervals), ceiling)


def _bundles(items: Iterable[str], ties: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """The items in bundles: two share a bundle when a chain of ties joins them."""
    found = [frozenset({i}) for i in items]
    for tie in ties:
        touched = [b for b in found if b & tie]
        if len(touched) > 1:
            found = [b for b in found if b not in touched] + [frozenset().union(*touched)]
    return found
