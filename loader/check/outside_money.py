"""Outside money that hangs loose: what it stands beside has a place, date, recipient or mineral, and it has none."""

from collections import defaultdict
from collections.abc import Iterator

from ledger.disputes import DisputeKind
from loader.check.index import Index
from loader.records import Problem, Severity, Where

ASKS = frozenset({DisputeKind.DOUBTFUL_READING, DisputeKind.DATE})
"""Kinds of disputes that can say for which figures of a row its place, date, recipient and mineral hold."""
SAID_BY_LINKS = {"LOCATED_IN": "place", "GOES_TO": "recipient", "COVERS": "mineral"}


def loose_outside_money(index: Index) -> Iterator[Problem]:
    """A warning for each outside money that lacks what that beside which it stands has, where no dispute asks."""
    known = _known_of_deals(index)
    beside: dict[str, list[str]] = defaultdict(list)
    places: dict[str, Where] = {}
    for link in index.deal_links:
        if link.type == "ALONGSIDE" and {link.start, link.end} <= index.deals.keys():
            beside[link.start].append(link.end)
            places.setdefault(link.start, link.where)
    for deal, others in beside.items():
        missing = sorted(set().union(*(known[other] for other in others)) - known[deal])
        if missing and not _is_asked(deal, index):
            which, has = " and ".join(missing), "has" if len(others) == 1 else "have"
            what = f"{deal} has no {which}, and {' and '.join(sorted(others))}, beside which it stands, {has}"
            remedy = f"say its {which} where the source does, or ask in a doubtful reading whether it holds for both"
            yield Problem(places[deal], "ALONGSIDE", what, remedy, Severity.WARNING)


def _known_of_deals(index: Index) -> defaultdict[str, set[str]]:
    """Which of date, place, recipient and mineral each deal has."""
    known: defaultdict[str, set[str]] = defaultdict(set)
    for link in index.deal_links:
        if link.type in SAID_BY_LINKS:
            known[link.start].add(SAID_BY_LINKS[link.type])
    for deal in index.deals.values():
        if "date" in deal.properties:
            known[deal.id].add("date")
    return known


def _is_asked(deal: str, index: Index) -> bool:
    asked = map(index.dispute_nodes.get, index.about.get(deal, ()))
    return any(node is not None and node.properties.get("kind") in ASKS for node in asked)
