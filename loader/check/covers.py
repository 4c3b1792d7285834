"""Guarantees and insurance, and the deals that they cover."""

from collections.abc import Iterator, Sequence

from ledger.amounts import format_amount
from ledger.deals import Instrument
from ledger.glossary import spell_term
from ledger.text import list_some, with_article
from ledger.totals import EXPOSURES
from loader.check.figures import amount_in
from loader.check.index import Index
from loader.check.owner_circles import find_circles
from loader.records import Link, Node, Problem, Severity

MOST_NAMED = 5
"""Deals that a message names."""


def impossible_covers(index: Index) -> Iterator[Problem]:
    """What secures another deal without being a cover, covers itself, or covers more than the others come to."""
    covers: dict[str, list[Link]] = {}
    for link in index.deal_links:
        if link.type == "SECURES":
            covers.setdefault(link.start, []).append(link)
    for cover, links in covers.items():
        deal = index.deals.get(cover)
        if deal and Instrument(deal.properties["instrument"]) not in EXPOSURES:
            yield from _no_cover(deal, links)
        elif deal:
            yield from _above(deal, links, index)
    for circle in find_circles({cover: tuple(link.end for link in links) for cover, links in covers.items()}):
        way = list_some([*circle, circle[0]], MOST_NAMED, " secures ")
        where = next(link.where for link in covers[circle[-1]] if link.end == circle[0])
        yield Problem(where, "SECURES", f"{circle[0]} secures itself: {way}", "take out the link that is wrong")


def _no_cover(deal: Node, links: Sequence[Link]) -> Iterator[Problem]:
    instrument = spell_term(str(deal.properties["instrument"]))
    for link in links:
        what = f"{deal.id} is {with_article(instrument)}, and only a guarantee or insurance secures a deal"
        remedy = (
            "correct its instrument to `guarantee` or `insurance`, or turn the link round where it is the one covered; "
            "security in things is for a claim"
        )
        yield Problem(link.where, "SECURES", what, remedy)


def _above(cover: Node, links: Sequence[Link], index: Index) -> Iterator[Problem]:
    """A cover of more than all that it covers comes to, where all of it is told in one unit."""
    mine = _largest(cover)
    covered = [index.deals[link.end] for link in links if link.end in index.deals]
    ends = [end for deal in covered if (end := _ceiling(deal)) is not None]
    units = {str(deal.properties.get("amount_unit")) for deal in (cover, *covered)}
    if mine is None or len(ends) < len(links) or len(units) > 1 or mine <= sum(ends):
        return
    (unit,) = units
    named = list_some([deal.id for deal in covered], MOST_NAMED)
    what = f"{cover.id} covers {format_amount(mine, unit)}, more than what it secures comes to"
    what += f", {format_amount(sum(ends), unit)} ({named})"
    remedy = "correct one of them, name what else it covers, or let it stand where interest or costs are covered too"
    yield Problem(cover.place_of("amount_unit"), "SECURES", what, remedy, Severity.WARNING)


def _largest(deal: Node) -> int | None:
    """What it covers at most, or what is surely covered where no end is told."""
    amount = amount_in(deal)
    interval = amount.interval() if amount else None
    if interval is None:
        return None
    return interval.floor if interval.ceiling is None else interval.ceiling


def _ceiling(deal: Node) -> int | None:
    amount = amount_in(deal)
    interval = amount.interval() if amount else None
    return interval.ceiling if interval else None
