"""Owners that own themselves, by way of others."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from ledger.dates import find_first_day, find_last_day
from ledger.text import list_some
from loader.check.index import Index
from loader.records import Link, Problem, Severity

MOST_NAMED = 10
"""Owners of a circle that a message names."""


def circles_of_owners(index: Index) -> Iterator[Problem]:
    """Every circle in which one owns another directly until it comes back to the first; each owner in one at most."""
    links: dict[str, dict[str, Link]] = defaultdict(dict)
    for link in index.stakes:
        if link.properties.get("holding") != "ultimate":
            links[link.start].setdefault(link.end, link)
    for circle in find_circles({owner: tuple(owned) for owner, owned in links.items()}):
        if not _hold_at_one_time([links[owner][owned] for owner, owned in pairwise([*circle, circle[0]])]):
            continue
        way = list_some([*circle, circle[0]], MOST_NAMED, " owns ")
        where = links[circle[-1]][circle[0]].where
        what = f"{circle[0]} owns itself" + ("" if len(circle) == 1 else f", by way of others: {way}")
        remedy = "take out a link that is wrong, or let it stand where they hold one another"
        yield Problem(where, "OWNS", what, remedy, Severity.WARNING)


def _hold_at_one_time(stakes: Sequence[Link]) -> bool:
    """Whether all of them may have been held on one day."""
    begin = max(find_first_day(s.properties["since"]) if "since" in s.properties else date.min for s in stakes)
    end = min(find_last_day(s.properties["until"]) if "until" in s.properties else date.max for s in stakes)
    return begin <= end


def find_circles(owned: Mapping[str, tuple[str, ...]]) -> Iterator[list[str]]:
    """A circle of every group in which each leads to each; walked in depth, each link once."""
    done, told = set[str](), set[str]()
    for first in owned:
        way: list[str] = []
        places: dict[str, int] = {}
        waiting = [(first, iter((first,)))] if first not in done else []
        while waiting:
            owner, rest = waiting[-1]
            step = next(rest, None)
            if step is None:
                waiting.pop()
                if way and waiting:
                    done.add(owner)
                    del places[way.pop()]
            elif step in places:
                circle = way[places[step] :] if step not in told else []
                if circle and told.isdisjoint(circle):
                    told.update(circle)
                    yield circle
            elif step not in done:
                places[step] = len(way)
                way.append(step)
                waiting.append((step, iter(owned.get(step, ()))))
