"""Wholes and parts that cannot be: circles, parts above their whole, a part of two wholes, wholes with a mineral."""

from collections.abc import Iterator

from ledger.amounts import Amount, Interval, Qualifier
from ledger.deals import Deal, FunderType, Instrument, Rung
from ledger.totals.add import group_of
from ledger.totals.wholes import CircularDeals, nest
from loader.check.index import Index
from loader.records import Node, Problem


def impossible_deals(index: Index) -> Iterator[Problem]:
    """What is wrong with the deals' nesting."""
    wholes = _wholes(index)
    deals = {d: _deal(node, wholes) for d, node in index.deals.items()}
    try:
        nest(list(deals.values()))
    except CircularDeals as error:
        node = index.deals[str(error).split(" ", 1)[0]]
        yield Problem(node.where, "PART_OF", str(error), "take out one of the links")
        return
    for deal in deals.values():
        yield from _two_wholes(deal, deals, wholes, index)
    for whole in {w for parents in wholes.values() for w in parents if w in deals}:
        yield from _above(deals[whole], [deals[d] for d, ps in wholes.items() if whole in ps and d in deals], index)
        yield from _tagged(whole, index)


def _wholes(index: Index) -> dict[str, list[str]]:
    wholes: dict[str, list[str]] = {}
    for link in index.deal_links:
        if link.type == "PART_OF":
            wholes.setdefault(link.start, []).append(link.end)
    return wholes


def _deal(node: Node, wholes: dict[str, list[str]]) -> Deal:
    p = node.properties
    amount = None
    if p.get("amount_qualifier"):
        amount = Amount(p.get("amount_value"), p["amount_unit"], Qualifier(p["amount_qualifier"]))
    return Deal(
        node.id, str(p["name"]), Instrument(p["instrument"]), Rung(p["rung"]), FunderType(p["funder_type"]),
        amount, frozenset(_ancestors(node.id, wholes)),
    )  # fmt: skip


def _ancestors(deal: str, wholes: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(wholes.get(deal, []))
    while waiting:
        whole = waiting.pop()
        if whole not in found:
            found.add(whole)
            waiting += wholes.get(whole, [])
    return found


def _two_wholes(deal: Deal, deals: dict[str, Deal], wholes: dict[str, list[str]], index: Index) -> Iterator[Problem]:
    near = [w for w in wholes.get(deal.id, []) if w in deals and not deals[w].is_umbrella]
    same_group = [w for w in near if group_of(deals[w]) == group_of(deal)]
    if len(same_group) > 1:
        what = f"{deal.id} lies inside two wholes of one group, {' and '.join(sorted(same_group))}"
        yield Problem(index.deals[deal.id].where, "PART_OF", what, "keep the link to the one that itemises it")


def _above(whole: Deal, parts: list[Deal], index: Index) -> Iterator[Problem]:
    own = whole.interval()
    if own is None or own.ceiling is None or whole.is_umbrella:
        return
    floor = 0
    for part in parts:
        if not part.is_umbrella and group_of(part) == group_of(whole):
            floor += (part.interval() or Interval(0, 0)).floor
    if floor > own.ceiling:
        what = f"the parts of {whole.id} come to {floor:,}, more than its {own.ceiling:,}"
        yield Problem(index.deals[whole.id].where, "PART_OF", what, "correct a figure, or the whole to `more than`")


def _tagged(whole: str, index: Index) -> Iterator[Problem]:
    for link in index.deal_links:
        if link.start == whole and link.type in ("COVERS", "LOCATED_IN"):
            what = f"{whole} is a whole and has {link.type} {link.end}"
            yield Problem(
                link.where, link.type, what, "say what it spans as a claim; its parts carry minerals and places"
            )
