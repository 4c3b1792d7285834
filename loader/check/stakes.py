"""Stakes that cannot be: shares that are none, and more than the whole at one time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cypher.results import Value
from ledger.dates import find_first_day, find_last_day
from ledger.text import list_some
from loader.check.index import Index
from loader.records import Link, Problem, Severity

WHOLE = 100
MOST_NAMED = 10
"""Owners that a message names."""


def impossible_share(link: Link, properties: Mapping[str, Value]) -> Iterator[Problem]:
    """A share that is no part of a whole."""
    share = properties.get("share")
    if share is not None and not 0 < share <= WHOLE:
        what = f"{link.properties['share']} of {link.id} is no share"
        remedy = "write per cent, above 0 and at most 100, or leave it out where it is not stated"
        yield Problem(link.place_of("share"), "share", what, remedy)


@dataclass(frozen=True)
class Stake:
    """A share with the days from which and up to which it is held, the last not in it.

    Where months or years are told, it counts from the end of the one in which it began and up to the beginning of the
    one in which it ended: who left in the year in which another came was followed by the other. `is_sure`: it is said
    to be direct, and when it began.
    """

    link: Link
    share: Decimal
    begin: date
    end: date
    is_sure: bool


def above_the_whole(index: Index) -> Iterator[Problem]:
    """Every thing of which more than a hundred per cent are held directly at one time, or may be so."""
    by_owned: dict[str, list[Stake]] = defaultdict(list)
    for link in index.stakes:
        if 0 < link.properties.get("share", 0) <= WHOLE and link.properties.get("holding") != "ultimate":
            by_owned[link.end].append(_stake(link))
    for owned, stakes in by_owned.items():
        sure = [s for s in stakes if s.is_sure]
        if (held := _first_above(sure)) and not _may_be_rounded(held):
            yield _tell_above(owned, held, Severity.PROBLEM)
        elif held := _first_above(stakes):
            yield _tell_above(owned, held, Severity.WARNING)


def _stake(link: Link) -> Stake:
    p = link.properties
    since, until = p.get("since"), p.get("until")
    end = find_first_day(until) if until else date.max
    begin = find_last_day(since) if since else date.min
    is_sure = since is not None and p.get("holding") == "direct" and begin < end
    if since and begin >= end:
        begin = find_first_day(since)
    return Stake(link, Decimal(str(p["share"])), begin, end, is_sure)


def _first_above(stakes: list[Stake]) -> list[Stake]:
    """The stakes that are held on the first day on which they come to more than the whole; none where they never do."""
    lasting = [s for s in stakes if s.begin < s.end]
    ends, beginnings = [(s.end, False, -s.share) for s in lasting], [(s.begin, True, s.share) for s in lasting]
    held = Decimal()
    for day, begins, share in sorted(ends + beginnings):
        held += share
        if begins and held > WHOLE:
            return [s for s in lasting if s.begin <= day < s.end]
    return []


def _may_be_rounded(held: list[Stake]) -> bool:
    """Whether the shares, each as precise as it is written, may come to the whole."""
    least = sum((s.share - Decimal(5).scaleb(_last_place(s.share) - 1) for s in held), Decimal())
    return least <= WHOLE


def _last_place(share: Decimal) -> int:
    exponent = share.normalize().as_tuple().exponent
    return min(exponent, 0) if isinstance(exponent, int) else 0


def _tell_above(owned: str, held: list[Stake], severity: Severity) -> Problem:
    total = sum((s.share for s in held), Decimal())
    named = [f"{s.link.start} {s.share.normalize():f} ({s.link.place_of('share')})" for s in held]
    sure = all(s.is_sure for s in held)
    what = f"{'direct shares' if sure else 'shares'} of {owned} come to {total.normalize():f} per cent"
    what += f"{'' if sure else ', as far as they are held at one time'}: {list_some(named, MOST_NAMED)}"
    remedy = "correct a share, write `until` where one was given up, or `holding: ultimate` where it is held by others"
    if severity is Severity.WARNING and sure:
        remedy = "correct a share, or let it stand where the shares are rounded"
    elif not sure:
        remedy = "write `since` and `until` where they are known, and `holding: ultimate` for what is held by others"
    last = held[-1].link
    return Problem(last.place_of("share"), "share", what, remedy, severity)
