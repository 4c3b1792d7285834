"""The set as a reading would have it: its deals, stakes and their links pass what those of a set pass together."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from ledger.alterations import Removal, Setting
from ledger.ids import split_ends
from loader.check.changes import wrong_changes
from loader.check.covers import impossible_covers
from loader.check.funder_shares import impossible_shares
from loader.check.index import Index
from loader.check.measured_as import measured_otherwise
from loader.check.money import impossible_deals
from loader.check.owner_circles import circles_of_owners
from loader.check.stakes import above_the_whole
from loader.check.supposed_deals import UNDER, suppose_fields
from loader.check.units import mixed_units
from loader.check.whose_money import contradictory_covers
from loader.records import Link, Node, Problem, Severity, Spot

T = TypeVar("T", Node, Link)
OF_DEALS_TOGETHER: tuple[Callable[[Index], Iterator[Problem]], ...] = (
    impossible_deals,
    mixed_units,
    contradictory_covers,
    impossible_shares,
    impossible_covers,
    wrong_changes,
    measured_otherwise,
)
"""The checks of a whole set that look at deals by how they are tied to one another: of these its problems alone, since
what they warn of is advice to whoever writes the records."""
OF_STAKES: tuple[Callable[[Index], Iterator[Problem]], ...] = (above_the_whole, circles_of_owners)
MOST_AROUND = 2_000
"""Nodes around what a reading changes that are looked at: no deal and no owner has so many beside it by far."""


@dataclass(frozen=True)
class Supposed:
    """What a reading changes, as records: where it stands, what is taken away or set, and what is added."""

    spot: Spot
    removed: frozenset[str]
    settings: tuple[tuple[Setting, dict[str, Any]], ...]
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]

    @property
    def named(self) -> set[str]:
        """The nodes that are changed, and the ends of relationships that are."""
        ends = {end for link in self.links for end in (link.start, link.end)}
        spoken_of = {*self.removed, *(change.of for change, _ in self.settings)}
        return ends | {end for one in spoken_of for end in split_ends(one) or (one,)} | {node.id for node in self.nodes}


class Neighbours:
    """The deals and owners of a set by what ties them: built once, asked for each reading."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.links: dict[str, list[Link]] = defaultdict(list)
        for link in (*index.deal_links, *index.stakes):
            self.links[link.start].append(link)
            self.links[link.end].append(link)

    def around(self, nodes: Iterable[str]) -> Index:
        """The index of what is tied to some nodes at any remove, by relationships between deals or by stakes."""
        found, waiting = set(nodes), list(nodes)
        while waiting and len(found) < MOST_AROUND:
            for link in self.links.get(waiting.pop(), ()):
                if link.type == "OWNS" or (link.start in self.index.deals and link.end in self.index.deals):
                    new = {link.start, link.end} - found
                    found |= new
                    waiting += new
        ties = {id(link): link for node in found for link in self.links.get(node, ())}
        return replace(
            self.index,
            deals={node: self.index.deals[node] for node in sorted(found) if node in self.index.deals},
            deal_links=[link for link in ties.values() if link.type != "OWNS"],
            stakes=[link for link in ties.values() if link.type == "OWNS"],
        )


def misfitting_set(supposed: Supposed, neighbours: Neighbours) -> Iterator[Problem]:
    """What does not fit together in the set when a reading's changes are made, and fits as it is."""
    before = neighbours.around(supposed.named)
    known = {(p.field, p.what) for p in _check(before)}
    for problem in _check(_apply(supposed, before)):
        if (problem.field, problem.what) not in known:
            where = supposed.spot.where
            yield replace(problem, where=where, field="changes", what=f"{UNDER}{problem.what}")


def _check(index: Index) -> Iterator[Problem]:
    for check in OF_DEALS_TOGETHER:
        yield from (problem for problem in check(index) if problem.severity is Severity.PROBLEM)
    for check in OF_STAKES:
        yield from check(index)


def _apply(supposed: Supposed, index: Index) -> Index:
    deals = {node: deal for node, deal in index.deals.items() if node not in supposed.removed}
    deals |= {node.id: node for node in supposed.nodes if node.label == "Deal"}
    for change, typed in supposed.settings:
        if change.of in deals:
            deals[change.of] = _set(deals[change.of], change, typed)
    added = [link for link in supposed.links if link.start.startswith("deal/") or link.end in deals]
    owned = [link for link in supposed.links if link.type == "OWNS"]
    return replace(
        index,
        deals=deals,
        deal_links=[*_make_links(index.deal_links, supposed), *added],
        stakes=[*_make_links(index.stakes, supposed), *owned],
    )


def _make_links(links: Sequence[Link], supposed: Supposed) -> list[Link]:
    """Relationships without those that are taken away, alone or with an end, and others with what is set of them."""
    kept = {link.id: link for link in links if supposed.removed.isdisjoint({link.id, link.start, link.end})}
    for change, typed in supposed.settings:
        if change.of in kept:
            kept[change.of] = _set(kept[change.of], change, typed)
    return [*kept.values()]


def _set(item: T, change: Setting, typed: Mapping[str, Any]) -> T:
    return replace(item, properties=suppose_fields(item.properties, typed, change.without))


def list_removed(changes: Iterable[object]) -> frozenset[str]:
    """The nodes and relationships that some changes take away."""
    return frozenset(change.of for change in changes if isinstance(change, Removal))
