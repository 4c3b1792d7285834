"""What stands in a deal's place: days, figures and wholes that do not go together, and top-ups that are left behind."""

from collections.abc import Iterator

from ledger.dates import find_first_day, find_last_day
from ledger.deals import Stage
from ledger.progress import goes_back, order_steps
from loader.check.changes import is_gone
from loader.check.figures import amount_in
from loader.check.index import Index
from loader.check.wholes import find_wholes, list_nearest_wholes
from loader.records import Link, Node, Problem, Severity


def strange_successors(index: Index) -> Iterator[Problem]:
    """What is only likely to be wrong with what supersedes what, and with what was added to a deal that is gone."""
    ending = [link for link in index.deal_links if link.type in ("SUPERSEDES", "CANCELS")]
    above = list_nearest_wholes(index)
    for link in ending:
        older, newer = index.deals.get(link.end), index.deals.get(link.start)
        if link.type == "SUPERSEDES" and older and newer:
            yield from _of_other_days(link, newer, index)
            yield from _of_less(link, newer, older)
            yield from _outside_the_whole(link, above)
    yield from _top_ups(ending, index)


def _of_other_days(link: Link, newer: Node, index: Index) -> Iterator[Problem]:
    """A supersession on another day than its deal's own: between the two days both would count, or neither."""
    steps = order_steps(index.steps.get(newer.id, ()))
    begun = steps[0].date if steps else str(newer.properties.get("date", newer.properties.get("since", "")))
    since = str(link.properties.get("date", ""))
    if begun and not since:
        what = f"{newer.id} is of {begun} and supersedes {link.end} from no day on: before it neither counts"
        yield Problem(
            link.where, link.type, what, f"write `date: {begun}` at the link, or its own day", Severity.WARNING
        )
    elif begun and since:
        late, early = find_first_day(since) > find_last_day(begun), find_last_day(since) < find_first_day(begun)
        if late or early:
            both = "both count" if late else "neither counts"
            what = f"{newer.id} is of {begun} and supersedes {link.end} from {since} on: between the two days {both}"
            remedy = "write one day at both where they are one; if not, let it stand"
            yield Problem(link.place_of("date"), f"{link.type}.date", what, remedy, Severity.WARNING)


def _of_less(link: Link, newer: Node, older: Node) -> Iterator[Problem]:
    """A successor that has come less far or names no figure: the earlier money leaves the sums, and none comes."""
    figure, before = amount_in(newer), amount_in(older)
    stages = [Stage(str(deal.properties["stage"])) for deal in (older, newer)]
    if before and before.value is not None and (figure is None or figure.value is None):
        what = f"{newer.id} supersedes {older.id} and has no figure, so that {before} leaves the sums"
        remedy = "say AMENDS where the figure goes on; if nothing is told of it now, let it stand"
        yield Problem(link.where, link.type, what, remedy, Severity.WARNING)
    elif before and goes_back(*stages):
        what = f"{newer.id} is {stages[1]} and supersedes {older.id}, which is {stages[0]}"
        remedy = "say AMENDS, or leave the link out until it has come as far; if the earlier one is off, let it stand"
        yield Problem(link.where, link.type, what, remedy, Severity.WARNING)


def _outside_the_whole(link: Link, above: dict[str, list[str]]) -> Iterator[Problem]:
    """A successor of a part that is no part of the whole: the whole still holds the old part's money."""
    wholes = above.get(link.end, [])
    if wholes and not find_wholes(link.start, above) & find_wholes(link.end, above):
        whole = min(wholes)
        what = f"{link.end} lies inside {whole}, and {link.start}, which supersedes it, does not"
        remedy = f"write PART_OF to {whole} where its money is in there too; if it comes beside it, let it stand"
        yield Problem(link.where, link.type, what, remedy, Severity.WARNING)


def _top_ups(ending: list[Link], index: Index) -> Iterator[Problem]:
    """What was added to a deal that is gone, and counts on by itself."""
    gone = {link.end: link.start for link in ending}
    gone |= {deal: "" for deal, node in index.deals.items() if is_gone(node) and deal not in gone}
    for link in index.deal_links:
        more = index.deals.get(link.start)
        if link.type == "AMENDS" and link.end in gone and link.start not in gone and more and amount_in(more):
            by = f", which {gone[link.end]} ended" if gone[link.end] else ", which is called off"
            what = f"{link.start} adds {amount_in(more)} to {link.end}{by}, and counts on"
            remedy = "say what supersedes or cancels it too; if it goes on by itself, let it stand"
            yield Problem(link.where, link.type, what, remedy, Severity.WARNING)
