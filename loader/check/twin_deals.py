"""Deals that may be one deal entered twice: one figure, and parties or a place in common."""

from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import TypeAlias

from cypher.results import Value
from ledger.amounts import Amount
from ledger.dates import is_window
from ledger.deals import WhoseMoney
from loader.check.index import CHANGES, Index
from loader.records import Link, Node

MOST_ALIKE = 20
"""Deals of one figure and funder beyond which each is compared with its neighbours only: a list of equal sums."""
Figure: TypeAlias = tuple[Value, ...]
"""Value, ceiling and unit."""
KNOWN = ("PART_OF", "ALONGSIDE", "MAY_BE_SAME_AS", "SECURES", *CHANGES)
"""Relationships by which somebody has said how two deals stand to one another."""
ENDS = {"FUNDS": "the funder", "GOES_TO": "the recipient", "LOCATED_IN": "the place"}


def twin_deals(index: Index) -> Iterator[tuple[str, str, list[str]]]:
    """Pairs of deals with what they have in common; linear in the number of deals."""
    ends, known = _ends(index), _known(index)
    seen: set[tuple[str, str]] = set()
    for block in _blocks(index, ends):
        ids = sorted(set(block))
        pairs = combinations(ids, 2) if len(ids) <= MOST_ALIKE else pairwise(ids)
        for one, other in pairs:
            if (one, other) in seen or frozenset((one, other)) in known:
                continue
            seen.add((one, other))
            shared = _shared(ends.get(one, {}), ends.get(other, {}))
            if _is_enough(shared, ends.get(one, {}), ends.get(other, {})) and _may_be_one(one, other, index):
                figures = (set(_figures(index.deals[deal])) for deal in (one, other))
                figure = "the figure" if set.intersection(*figures) else "a funder's share"
                yield one, other, [figure, *(ENDS[type_] for type_ in shared)]


def _ends(index: Index) -> dict[str, dict[str, set[str]]]:
    """The funders, recipients and places of each deal."""
    ends: dict[str, dict[str, set[str]]] = {}
    for link in index.deal_links:
        if link.type in ENDS:
            deal, end = (link.end, link.start) if link.type == "FUNDS" else (link.start, link.end)
            ends.setdefault(deal, {}).setdefault(link.type, set()).add(end)
    return ends


def _known(index: Index) -> set[frozenset[str]]:
    """Pairs that stand in a relationship already, wholes with parts of parts included."""
    wholes: dict[str, list[str]] = {}
    pairs = {frozenset((link.start, link.end)) for link in index.deal_links if link.type in KNOWN}
    for link in index.deal_links:
        if link.type == "PART_OF":
            wholes.setdefault(link.start, []).append(link.end)
    for part, above in wholes.items():
        waiting, seen = list(above), set[str]()
        while waiting:
            whole = waiting.pop()
            if whole not in seen:
                seen.add(whole)
                pairs.add(frozenset((part, whole)))
                waiting += wholes.get(whole, [])
    return pairs


def _blocks(index: Index, ends: dict[str, dict[str, set[str]]]) -> Iterator[list[str]]:
    """Deals of one figure that share an end."""
    blocks: dict[tuple[Figure, str], list[str]] = {}
    shares = {(link.end, link.start): _figures(link) for link in index.deal_links if link.type == "FUNDS"}
    for deal in index.deals.values():
        figures = _figures(deal)
        for type_, named in ends.get(deal.id, {}).items():
            for end in named if type_ != "LOCATED_IN" else ():
                for figure in dict.fromkeys([*figures, *shares.get((deal.id, end), ())]):
                    blocks.setdefault((figure, end), []).append(deal.id)
    return (block for block in blocks.values() if len(block) > 1)


def _figures(deal: Node | Link) -> list[Figure]:
    """A deal's figure, and the same as told in another currency; or a funder's share of it."""
    told = [tuple(deal.properties.get(f"amount_{part}") for part in ("value", "ceiling", "unit"))]
    if "equivalent" in deal.properties:
        also = Amount.parse(str(deal.properties["equivalent"]))
        told.append((also.value, also.ceiling, also.unit))
    return [figure for figure in told if figure[0] is not None]


def _shared(one: dict[str, set[str]], other: dict[str, set[str]]) -> list[str]:
    return [type_ for type_ in ENDS if one.get(type_, set()) & other.get(type_, set())]


def _is_enough(shared: list[str], one: dict[str, set[str]], other: dict[str, set[str]]) -> bool:
    """Two ends in common, or one where nothing else is known of one of them."""
    if len(shared) > 1:
        return True
    others = [type_ for type_ in ENDS if type_ not in shared and type_ in one and type_ in other]
    return "FUNDS" in shared and not others and not (set(one) - {"FUNDS"} and set(other) - {"FUNDS"})


def _may_be_one(one: str, other: str, index: Index) -> bool:
    """Whether neither the dates nor whose money it is tells them apart."""
    first, second = index.deals[one], index.deals[other]
    whose = {deal.properties.get("whose_money") for deal in (first, second)}
    if len(whose) > 1 and WhoseMoney.MIXED not in whose:
        return False
    of_whom = {deal.properties.get("money_of") for deal in (first, second)} - {None}
    if len(of_whom) > 1:
        return False
    mine, yours = _point(first), _point(second)
    return not mine or not yours or mine.startswith(yours) or yours.startswith(mine)


def _point(deal: Node) -> str:
    date = str(deal.properties.get("date", ""))
    return "" if is_window(date) else date
