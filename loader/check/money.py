"""Wholes and parts that cannot be: circles, parts above their whole, a part of two wholes, wholes with a mineral."""

from collections.abc import Iterator
from dataclasses import replace

from ledger.amounts import Amount, Qualifier
from ledger.deals import Deal, FunderType, Instrument, Rung
from ledger.totals.add import in_groups
from ledger.totals.wholes import Nesting, nest
from loader.check.index import Index
from loader.records import Node, Problem


def impossible_deals(index: Index) -> Iterator[Problem]:
    """What is wrong with the deals' nesting."""
    wholes = _wholes(index)
    deals = [_deal(node, wholes) for node in index.deals.values()]
    circles = {d.id: circle for d in deals if (circle := _circle(d, wholes))}
    yield from _circular(circles, index)
    straight = [replace(d, wholes=d.wholes - circles.keys()) for d in deals if d.id not in circles]
    nestings = [nest(members) for members in in_groups(straight).values()]
    yield from _two_wholes(straight, nestings, index)
    for nesting in nestings:
        yield from _above(nesting, index)
    yield from _tagged({w for parents in wholes.values() for w in parents}, index)


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


def _circle(deal: Deal, wholes: dict[str, list[str]]) -> frozenset[str]:
    """The deals that lie inside a deal that lies inside them, with the deal itself; none where it is in no circle."""
    return (
        frozenset(w for w in deal.wholes if deal.id in _ancestors(w, wholes)) if deal.id in deal.wholes else frozenset()
    )


def _circular(circles: dict[str, frozenset[str]], index: Index) -> Iterator[Problem]:
    for circle in set(circles.values()):
        first = min(circle & index.deals.keys())
        what = f"{first} is part of itself" + "".join(f", by way of {d}" for d in sorted(circle - {first}))
        yield Problem(index.deals[first].where, "PART_OF", what, "take out one of the links")


def _two_wholes(deals: list[Deal], nestings: list[Nesting], index: Index) -> Iterator[Problem]:
    """Parts of two wholes that one sum may add; what lies inside such a part is not told again."""
    told: set[str] = set()
    for deal in sorted((d for d in deals if len(d.wholes) > 1), key=lambda d: len(d.wholes)):
        for nesting in nestings:
            near = nesting.nearest(deal.wholes & nesting.own.keys())
            if len(near) > 1 and not deal.wholes & told:
                told.add(deal.id)
                what = f"{deal.id} lies inside two wholes of one group, {' and '.join(near)}"
                yield Problem(index.deals[deal.id].where, "PART_OF", what, "keep the link to the one that itemises it")


def _above(nesting: Nesting, index: Index) -> Iterator[Problem]:
    for whole, parts in nesting.parts.items():
        ceiling, floor = nesting.own[whole].ceiling, nesting.parts_of(whole).floor
        if parts and ceiling is not None and floor > ceiling:
            what = f"the parts of {whole} come to {floor:,}, more than its {ceiling:,}"
            yield Problem(index.deals[whole].where, "PART_OF", what, "correct a figure, or the whole to `more than`")


def _tagged(wholes: set[str], index: Index) -> Iterator[Problem]:
    for link in index.deal_links:
        if link.start in wholes and link.type in ("COVERS", "LOCATED_IN"):
            what = f"{link.start} is a whole and has {link.type} {link.end}"
            yield Problem(
                link.where, link.type, what, "say what it spans as a claim; its parts carry minerals and places"
            )
