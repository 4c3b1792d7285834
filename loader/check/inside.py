"""What lies in what: circles of places and kinds, kinds of what is no group, lists of parts, and what may be ours."""

from collections.abc import Iterator

from ledger.text import list_some
from loader.check.index import LYING, Index
from loader.check.owner_circles import find_circles
from loader.records import Link, Problem, Severity

MOST_NAMED = 10
"""Things of a circle that a message names."""
NEEDS_A_SOURCE = (
    *("AGENCY_OF", "OWNS", "OPERATES", "SERVES", "LEADS", "LOCATED_IN", "JOINS"),
    *("PARTY_TO", "SIGNS", "FUNDS", "GOES_TO", "SECURES", "IMPOSES", "TARGETS", "COVERS"),
)
"""Where and whose somebody is, who gives, gets, signs or imposes what, and on which mineral, a source says or nobody; a
set without sources, in which whole records are ours, is let be."""
READS = {"LIES_IN": "lies in", "KIND_OF": "is a kind of"}


def unsound_insides(index: Index) -> Iterator[Problem]:
    """Places and minerals that lie in themselves, kinds of what is no group, and what only a source may say."""
    for name in LYING:
        yield from _circles(name, [link for link in index.lying if link.type == name])
    for link in index.lying:
        if link.type == "KIND_OF":
            yield from _no_kind(link, index)
    yield from _lists_of_nothing(index)
    for link in index.ours:
        if link.type in NEEDS_A_SOURCE and not link.inherits:
            what = f"{link.start} {link.type} {link.end} is ours, and only a source can say it"
            yield Problem(link.where, "basis", what, "cite what says it, or take the link out", Severity.WARNING)


def _circles(name: str, links: list[Link]) -> Iterator[Problem]:
    ends: dict[str, dict[str, Link]] = {}
    for link in links:
        ends.setdefault(link.start, {}).setdefault(link.end, link)
    for circle in find_circles({start: tuple(found) for start, found in ends.items()}):
        way = list_some([*circle, circle[0]], MOST_NAMED, f" {READS[name]} ")
        where = ends[circle[-1]][circle[0]].where
        yield Problem(where, name, f"{circle[0]} {READS[name]} itself: {way}", "take out the link that is wrong")


def _no_kind(link: Link, index: Index) -> Iterator[Problem]:
    start, end = (index.mineral_kinds.get(mineral) for mineral in (link.start, link.end))
    if start == "product":
        what = f"{link.start} is a product, and a product is a kind of no mineral"
        yield Problem(link.where, "KIND_OF", what, "take the link out; what a deal is about, COVERS says")
    if end is not None and end != "group":
        what = f"{link.end} is a {end}, and only a group has kinds"
        yield Problem(link.where, "KIND_OF", what, f"write `kind: group` in {link.end}, or take the link out")


def _lists_of_nothing(index: Index) -> Iterator[Problem]:
    wholes = {link.end for link in index.deal_links if link.type == "PART_OF"}
    for deal in index.deals.values():
        if "list_of_parts" in deal.properties and deal.id not in wholes:
            what = f"{deal.id} says whether all of its parts are listed, and has none"
            remedy = "leave it out, or tie its parts to it by PART_OF"
            yield Problem(deal.place_of("list_of_parts"), "list_of_parts", what, remedy)
