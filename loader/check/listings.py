"""Measures against somebody: who imposes them, whom they are aimed at, and listings that cannot be."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from cypher.model import Model
from ledger.dates import find_first_day, find_last_day
from ledger.ids import is_node_id
from ledger.nearest import nearest
from ledger.text import with_article
from loader.check.index import Index
from loader.records import Link, Problem, Severity

ENDED_BY = "ended_by"
AIMED = ("TARGETS", "COVERS")


def idle_measures(index: Index) -> Iterator[Problem]:
    """A warning for each measure that nobody imposes or that is aimed at nothing, unless a record could not be read."""
    if index.unread:
        return
    ends = [link.split("|") for link in index.links]
    imposed = {end for _, type_, end, *_ in ends if type_ == "IMPOSES"}
    aimed = {start for start, type_, *_ in ends if type_ in AIMED}
    for measure in index.measures.values():
        if measure.id not in imposed:
            remedy = "write `{type: IMPOSES, from: …}` with the country or agency, as its source names it"
            yield Problem(measure.where, "IMPOSES", f"nobody imposes {measure.id}", remedy, Severity.WARNING)
        if measure.id not in aimed:
            what = f"{measure.id} is aimed at nobody and covers no mineral"
            remedy = "write `{type: TARGETS, to: …}` for who or what is listed, or `{type: COVERS, to: mineral/…}`"
            yield Problem(measure.where, "TARGETS", what, remedy, Severity.WARNING)


def impossible_listings(index: Index, model: Model) -> Iterator[Problem]:
    """Listings of one target that hold at one time or outside the time of their measure, and ends that nobody made."""
    by_ends: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in index.listings:
        by_ends[link.start, link.end].append(link)
        yield from _outside_its_measure(link, index)
        yield from _against_oneself(link, index)
        yield from _ended_by(link, index, model)
    for listings in by_ends.values():
        yield from _at_one_time(listings)


def _at_one_time(listings: list[Link]) -> Iterator[Problem]:
    for one, other in combinations(listings, 2):
        if max(_begin(one), _begin(other)) < min(_end(one), _end(other)):
            what = f"{other.end} is listed under {other.start} at one time already ({one.where})"
            remedy = "write `until`, the day of the delisting, where the one ended, or make the two one listing"
            yield Problem(other.place_of("since"), "TARGETS", what, remedy, Severity.WARNING)
            return


def _begin(listing: Link) -> date:
    """The last day on which it may have begun, so that only what surely holds at one time is told."""
    since = listing.properties.get("since")
    return find_last_day(since) if since else date.min


def _end(listing: Link) -> date:
    """The first day on which it may have ended; on the day of its end it holds no longer."""
    until = listing.properties.get("until")
    return find_first_day(until) if until else date.max


def _outside_its_measure(link: Link, index: Index) -> Iterator[Problem]:
    measure = index.measures.get(link.start)
    if measure is None:
        return
    since, until = measure.properties.get("since"), measure.properties.get("until")
    began, ended = link.properties.get("since"), link.properties.get("until")
    remedy = f"correct one of the two, or take it out of {measure.id} where it speaks of something else"
    if since and began and find_last_day(began) < find_first_day(since):
        what = f"{link.end} is listed from {began}, and {measure.id} begins {since} ({measure.place_of('since')})"
        yield Problem(link.place_of("since"), "since", what, remedy, Severity.WARNING)
    if until and ended and find_first_day(ended) > find_last_day(until):
        what = f"{link.end} is listed until {ended}, and {measure.id} ends {until} ({measure.place_of('until')})"
        yield Problem(link.place_of("until"), "until", what, remedy, Severity.WARNING)


def _against_oneself(link: Link, index: Index) -> Iterator[Problem]:
    if f"{link.end}|IMPOSES|{link.start}|imposer" in index.links:
        what = f"{link.end} imposes {link.start} and is its target"
        remedy = "TARGETS goes to whom it is aimed at: write COVERS for the mineral alone, or correct who imposes it"
        yield Problem(link.place_of(link.end), "TARGETS", what, remedy, Severity.WARNING)


def _ended_by(link: Link, index: Index, model: Model) -> Iterator[Problem]:
    ended_by = link.properties.get(ENDED_BY)
    if ended_by is None:
        return
    where = link.place_of(ENDED_BY)
    label = model.find_label_of_id(ended_by)
    if not is_node_id(ended_by) or label is None:
        yield Problem(where, ENDED_BY, f"'{ended_by}' is no id of a party", "write its id, such as agency/a-court")
    elif label.label not in model.parties:
        what, remedy = f"{ended_by} is {with_article(label.label)}", f"name one of {', '.join(model.parties)}"
        yield Problem(where, ENDED_BY, f"{what}, which ends no listing", remedy)
    elif index.lacks(ended_by):
        near = nearest(ended_by, (i for i in index.nodes if i.startswith(f"{label.kind}/")))
        remedy = f"did you mean {near}?" if near else "write its record, or correct the id"
        yield Problem(where, ENDED_BY, f"there is no {ended_by}", remedy)
    elif "until" not in link.properties:
        what = f"{ended_by} ended the listing of {link.end}, and it has no end"
        remedy = "write `until` as precisely as the source does, or take `ended_by` out"
        yield Problem(where, ENDED_BY, what, remedy, Severity.WARNING)
