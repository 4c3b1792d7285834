"""Adding figures of which some may overlap: of those, only the largest floor is sure."""

from collections.abc import Iterable, Mapping, Sequence

from ledger.amounts import NOTHING, Interval


class Overlaps:
    """Sets of deals that share something, so that adding their floors would count it twice.

    Each deal knows its sets, so that adding some deals looks at their own sets only, however many others there are.
    """

    def __init__(self, sets: Iterable[frozenset[str]]) -> None:
        self._of: dict[str, list[int]] = {}
        for number, deals in enumerate(sets):
            for deal in deals:
                self._of.setdefault(deal, []).append(number)

    def bundles(self, deals: Iterable[str]) -> list[list[str]]:
        """The deals in bundles: two share a bundle when a chain of shared sets joins them."""
        head: dict[str, str] = {}
        first_in: dict[int, str] = {}
        for deal in deals:
            head[deal] = deal
            for number in self._of.get(deal, ()):
                head[_find_top(head, deal)] = _find_top(head, first_in.setdefault(number, deal))
        found: dict[str, list[str]] = {}
        for deal in head:
            found.setdefault(_find_top(head, deal), []).append(deal)
        return list(found.values())


def add_up(figures: Mapping[str, Interval], overlaps: Overlaps) -> Interval:
    """The sum, in which of deals that overlap only the largest floor counts."""
    floor, ceiling = 0, NOTHING.ceiling
    for bundle in overlaps.bundles(figures):
        floor += max(figures[d].floor for d in bundle)
        for deal in bundle:
            more = figures[deal].ceiling
            ceiling = None if ceiling is None or more is None else ceiling + more
    return Interval(floor, ceiling)


def join_figures(intervals: Sequence[Interval]) -> Interval:
    """Several tellings of one figure: the largest, never their sum."""
    closed = [i.ceiling for i in intervals if i.ceiling is not None]
    ceiling = max(closed) if len(closed) == len(intervals) else None
    return Interval(max(i.floor for i in intervals), ceiling)


def _find_top(head: dict[str, str], deal: str) -> str:
    """Whom a deal's bundle is known by; the way there is shortened for who asks next."""
    while head[deal] != deal:
        head[deal] = head[head[deal]]
        deal = head[deal]
    return deal
