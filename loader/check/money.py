"""Wholes and parts that cannot be: circles, parts above their whole, a part of two wholes, wholes with a place."""

from collections.abc import Iterator
from dataclasses import replace

from ledger.amounts import format_amount
from ledger.changes import ENDS, Change
from ledger.deals import Deal, Instrument, Stage, WhoseMoney
from ledger.text import list_some
from ledger.totals.add import group_deals
from ledger.totals.nesting import Nesting, nest
from loader.check.figures import amount_in
from loader.check.index import Index
from loader.check.wholes import find_wholes
from loader.records import Link, Node, Problem, Severity

MOST_WHOLES = 100
"""Deals inside which one deal may lie, at any depth: no list of money is nested so deep."""
MOST_NAMED = 3
"""Parts of a whole that a message names."""


def impossible_deals(index: Index) -> Iterator[Problem]:
    """What is wrong with the deals' nesting."""
    links = _part_links(index)
    wholes = {part: [link.end for link in found] for part, found in links.items()}
    changes = _find_changes(index)
    deals = [_deal(node, wholes, changes.get(node.id, ())) for node in index.deals.values()]
    deep = [d for d in deals if len(d.wholes) > MOST_WHOLES]
    for deal in deep[:1]:
        what = f"{deal.id} lies inside more than {MOST_WHOLES} deals, one in another"
        yield Problem(links[deal.id][0].where, "PART_OF", what, "tie each part to its nearest whole only")
    deals = [d for d in deals if len(d.wholes) <= MOST_WHOLES]
    circles = {d.id: circle for d in deals if (circle := _circle(d, wholes))}
    yield from _circular(circles, links)
    straight = [replace(d, wholes=d.wholes - circles.keys()) for d in deals if d.id not in circles]
    nestings = [nest(members) for members in group_deals(straight).values()]
    yield from _two_wholes(straight, nestings, links)
    for nesting in nestings:
        yield from _above(nesting, links, index)
        yield from _uncounted_recipients(nesting, index)
    yield from _placed(links, index)


def _part_links(index: Index) -> dict[str, list[Link]]:
    """By part, the links that say inside what it lies."""
    links: dict[str, list[Link]] = {}
    for link in index.deal_links:
        if link.type == "PART_OF":
            links.setdefault(link.start, []).append(link)
    return links


def _find_changes(index: Index) -> dict[str, tuple[Change, ...]]:
    """By deal, that it was superseded or cancelled, so that it is in no sum beside what came after it."""
    ended = [link for link in index.deal_links if link.type in ENDS]
    return {link.end: (Change(ENDS[link.type], link.end, link.start),) for link in ended}


def _deal(node: Node, wholes: dict[str, list[str]], changes: tuple[Change, ...]) -> Deal:
    p = node.properties
    return Deal(
        node.id, str(p["name"]), Instrument(p["instrument"]), Stage(p["stage"]), WhoseMoney(p["whose_money"]),
        amount_in(node), frozenset(find_wholes(node.id, wholes, MOST_WHOLES)),
        measured_as=p.get("measured_as"), amount_of=p.get("amount_of"), amount_period=p.get("amount_period"),
        money_of=p.get("money_of"), changes=changes,
    )  # fmt: skip


def _circle(deal: Deal, wholes: dict[str, list[str]]) -> frozenset[str]:
    """The deals that lie inside a deal that lies inside them, with the deal itself; none where it is in no circle."""
    return (
        frozenset(w for w in deal.wholes if deal.id in find_wholes(w, wholes, MOST_WHOLES))
        if deal.id in deal.wholes
        else frozenset()
    )


def _circular(circles: dict[str, frozenset[str]], links: dict[str, list[Link]]) -> Iterator[Problem]:
    for circle in set(circles.values()):
        first = min(circle & links.keys())
        what = f"{first} is part of itself" + "".join(f", by way of {d}" for d in sorted(circle - {first}))
        where = next(link.where for link in links[first] if link.end in circle)
        yield Problem(where, "PART_OF", what, "take out one of the links")


def _two_wholes(deals: list[Deal], nestings: list[Nesting], links: dict[str, list[Link]]) -> Iterator[Problem]:
    """Parts of two wholes that one sum may add; what lies inside such a part is not told again."""
    told: set[str] = set()
    for deal in sorted((d for d in deals if len(d.wholes) > 1), key=lambda d: len(d.wholes)):
        for nesting in nestings:
            near = nesting.nearest(deal.wholes & nesting.own.keys())
            if len(near) > 1 and not deal.wholes & told:
                told.add(deal.id)
                what = f"{deal.id} lies inside two wholes of one group, {' and '.join(near)}"
                yield Problem(links[deal.id][-1].where, "PART_OF", what, "keep the link to the one that itemises it")


def _above(nesting: Nesting, links: dict[str, list[Link]], index: Index) -> Iterator[Problem]:
    for whole, parts in nesting.parts.items():
        ceiling, floor = nesting.own[whole].ceiling, nesting.parts_of(whole).floor
        if parts and ceiling is not None and floor > ceiling:
            where = index.deals[whole].where
            inside = (link.where for part in parts for link in links.get(part, ()))
            apart = sorted({str(at) for at in inside if at.file != where.file})
            at = f" (parts stand at {', '.join(apart[:5])})" if apart else ""
            unit = str(index.deals[whole].properties["amount_unit"])
            named = f"the parts of {whole} ({list_some(parts, MOST_NAMED)})"
            what = f"{named} come to {format_amount(floor, unit)}, more than its {format_amount(ceiling, unit)}{at}"
            yield Problem(where, "PART_OF", what, "correct a figure, or the whole to `more than`")


def _uncounted_recipients(nesting: Nesting, index: Index) -> Iterator[Problem]:
    """Recipients of a whole: a sum by recipient shows its parts by theirs, and the rest as not itemised."""
    for link in index.deal_links:
        parts = nesting.parts.get(link.start, ()) if link.type == "GOES_TO" and link.role == "recipient" else ()
        if parts:
            what = f"{link.start} has parts ({list_some(parts, MOST_NAMED)}) and a recipient of its own, {link.end}"
            remedy = "give each part its recipient: sums by recipient count the parts only, each by its own"
            yield Problem(link.place_of(link.end), "GOES_TO", what, remedy, Severity.WARNING)


def _placed(links: dict[str, list[Link]], index: Index) -> Iterator[Problem]:
    part_of = {link.end: link for found in links.values() for link in found}
    for link in index.deal_links:
        if link.start in part_of and link.type == "LOCATED_IN":
            part = part_of[link.start]
            what = f"{link.start} is a whole and has {link.type} {link.end} ({part.start} lies inside it, {part.where})"
            yield Problem(link.where, link.type, what, "say where it reaches as a claim; its parts carry places")
