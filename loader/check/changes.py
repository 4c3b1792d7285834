"""Deals that change others: circles, dates that cannot be, parts left behind, figures that may count twice."""

from collections.abc import Iterator, Mapping

from ledger.dates import find_first_day, find_last_day
from ledger.deals import Stage, Step
from ledger.progress import order_steps
from ledger.text import list_some
from loader.check.figures import amount_in
from loader.check.index import CHANGES, Index
from loader.check.owner_circles import find_circles
from loader.check.periods import dates_a_beginning
from loader.check.wholes import find_wholes, list_nearest_wholes
from loader.records import Link, Node, Problem, Severity

ON_TOP = ("AMENDS", "EXTENDS")
"""Changes whose own figure is added to that of the deal that they change."""
MOST_NAMED = 3


def wrong_changes(index: Index) -> Iterator[Problem]:
    """What is wrong with what amends, extends, supersedes and cancels what."""
    links = [link for link in index.deal_links if link.type in CHANGES]
    yield from _circles(links)
    yield from _parts_left_behind(links, index)
    yield from _successors_left_behind(links, index)
    for link in links:
        older, newer = index.deals.get(link.end), index.deals.get(link.start)
        if older is not None:
            yield from _too_early(link, older, index)
        if older is not None and newer is not None:
            yield from _whole_again(link, newer, older)
            yield from _successor_gone(link, newer, index)


def _circles(links: list[Link]) -> Iterator[Problem]:
    """Papers that change one another, which cannot be, since they follow one another in time."""
    ahead: dict[str, dict[str, Link]] = {}
    for link in links:
        ahead.setdefault(link.start, {}).setdefault(link.end, link)
    for circle in find_circles({newer: tuple(older) for newer, older in ahead.items()}):
        link = ahead[circle[-1]][circle[0]]
        way = f", by way of {list_some(circle[1:], MOST_NAMED)}" if len(circle) > 1 else ""
        what = f"{circle[0]} changes itself{way}"
        yield Problem(link.where, link.type, what, "turn a link: each goes from the later paper to the earlier one")


def _parts_left_behind(links: list[Link], index: Index) -> Iterator[Problem]:
    """Parts of what was superseded or cancelled that are neither tied to what came after nor gone themselves."""
    gone, after = _list_gone(links, index), _list_successions(links)
    above = list_nearest_wholes(index)
    cancelled = {link.end for link in links if link.type == "CANCELS"}
    cancelled |= {deal for deal, node in index.deals.items() if node.properties.get("stage") == Stage.CANCELLED}
    for link in (link for link in index.deal_links if link.type == "PART_OF"):
        if link.start in gone or link.start not in index.deals:
            continue
        if link.end in cancelled:
            what = f"{link.start} is part of {link.end}, which is cancelled, and leaves the sums with it"
            others = sorted(above.get(link.end, ()))
            goes_on = f"tie it to {others[0]} instead" if others else "take the link out"
            if any(x.type == "SUPERSEDES" and x.start == link.end for x in links):
                goes_on = "write what goes on as a deal of its own that SUPERSEDES it from that day on"
            remedy = f"if it goes on, {goes_on}; if not, write `stage: cancelled` in {link.start} too"
            yield Problem(link.where, "PART_OF", what, remedy, Severity.WARNING)
        elif link.end in after and not _follow(link.end, after) & find_wholes(link.start, above):
            successor = after[link.end][0]
            what = f"{link.start} is part of {link.end}, which {successor.start} supersedes ({successor.where})"
            remedy = f"tie it to {successor.start} by PART_OF as well, or say what supersedes or cancels it too"
            yield Problem(link.where, "PART_OF", what, remedy)


def _successors_left_behind(links: list[Link], index: Index) -> Iterator[Problem]:
    """What stands in the place of a deal that is called off later: it is another record, and counts on."""
    ended, after = _list_gone(links, index), _list_successions(links)
    for link in links:
        for deal in sorted(_follow(link.end, after) - ended) if link.type == "CANCELS" else ():
            arrived = next(x for x in links if x.type == "SUPERSEDES" and x.start == deal)
            cancelled, begun = (str(x.properties.get("date", "")) for x in (link, arrived))
            if not cancelled or not begun or find_last_day(cancelled) >= find_first_day(begun):
                what = f"{link.start} cancels {link.end}, and {deal}, which stands in its place, goes on and counts"
                remedy = f"write CANCELS to {deal} as well where it ends with it; if it goes on, let it stand"
                yield Problem(link.place_of(link.end), "CANCELS", what, remedy, Severity.WARNING)


def _list_gone(links: list[Link], index: Index) -> set[str]:
    """The deals that something supersedes or cancels, and those that are called off by their stage."""
    ended = {link.end for link in links if link.type in ("SUPERSEDES", "CANCELS")}
    return ended | {deal for deal, node in index.deals.items() if is_gone(node)}


def _list_successions(links: list[Link]) -> dict[str, list[Link]]:
    """By deal, the links of what stands in its place."""
    after: dict[str, list[Link]] = {}
    for link in links:
        if link.type == "SUPERSEDES":
            after.setdefault(link.end, []).append(link)
    return after


def is_gone(deal: Node) -> bool:
    """Whether a deal is called off by its own stage."""
    return deal.properties.get("stage") in (Stage.CANCELLED, Stage.WITHDRAWN)


def _follow(deal: str, after: Mapping[str, list[Link]]) -> set[str]:
    """All that stands in a deal's place, at any remove."""
    found, waiting = set[str](), [deal]
    while waiting:
        for link in after.get(waiting.pop(), ()):
            if link.start not in found:
                found.add(link.start)
                waiting.append(link.start)
    return found


def _too_early(link: Link, older: Node, index: Index) -> Iterator[Problem]:
    """A change before there was anything to change; sure where a beginning is dated."""
    changed = str(link.properties.get("date", ""))
    first, is_sure = _first_date(older, index.steps.get(older.id, []))
    if changed and first and find_last_day(changed) < find_first_day(first):
        what = f"{changed} of {link.id} is before {older.id} itself, {first}"
        severity = Severity.PROBLEM if is_sure else Severity.WARNING
        yield Problem(link.place_of("date"), f"{link.type}.date", what, "correct one of the two dates", severity)


def _first_date(deal: Node, steps: list[Step]) -> tuple[str, bool]:
    """The earliest date of a deal, and whether it dates a beginning."""
    if steps:
        return order_steps(steps)[0].date, True
    since, date = (str(deal.properties.get(name, "")) for name in ("since", "date"))
    return (since, True) if since else (date, dates_a_beginning(deal.properties))


def _whole_again(link: Link, newer: Node, older: Node) -> Iterator[Problem]:
    """A paper that adds to a figure, and names one that is no smaller: most likely the new whole."""
    more, before = amount_in(newer), amount_in(older)
    if link.type not in ON_TOP or more is None or before is None or more.unit != before.unit:
        return
    if more.value is not None and before.value is not None and more.value >= before.value:
        what = f"{newer.id} {link.type} {older.id} with {more}, which is added to its {before}"
        remedy = f"if {more} is what the whole comes to now, say SUPERSEDES; if it comes on top, let it stand"
        yield Problem(link.where, link.type, what, remedy, Severity.WARNING)


def _successor_gone(link: Link, newer: Node, index: Index) -> Iterator[Problem]:
    """A successor that is cancelled or withdrawn itself, not known to be so only later: then neither of two counts."""
    if link.type != "SUPERSEDES" or not is_gone(newer):
        return
    steps, since = order_steps(index.steps.get(newer.id, ())), str(link.properties.get("date", ""))
    if steps and since and find_first_day(steps[-1].date) > find_last_day(since):
        return
    what = f"{newer.id} is {newer.properties['stage']} and supersedes {link.end}, so that neither counts"
    remedy = f"take the link out if {link.end} stands, or date both: the link by `date`, the end in a `history`"
    yield Problem(link.where, link.type, what, remedy, Severity.WARNING)
