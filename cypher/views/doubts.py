"""What may be one, beside totals: the lower sums, and each pair with what is to be known of it, in words."""

from collections.abc import Iterator, Mapping

from cypher.deals import DealBook
from cypher.views.figures import describe_open_lists
from ledger.amounts import Interval, format_interval
from ledger.totals import GroupTotal, Totals

IF_SAME = "sum if doubtful pairs are one"
IF_ELSEWHERE = "sum without what another group may count"
IF_GONE = "sum without what may be gone"
MEANING = {
    IF_SAME: "if figures that may be one and the same are one",
    IF_ELSEWHERE: "without figures that another group may count too",
    IF_GONE: "without figures that may be one that was superseded, cancelled or withdrawn",
}
"""What each lower sum is, in words."""
OF_FUNDED = "of which funded"


def list_lower_sums(group: GroupTotal) -> Iterator[tuple[str, Interval]]:
    """The sums of a group where a doubt holds."""
    yield from _told((group.if_same, group.if_elsewhere, group.if_gone))


def list_lower_funded(group: GroupTotal) -> Iterator[tuple[str, Interval]]:
    """What of a group is paid out where a doubt holds."""
    yield from _told((group.funded_if_same, group.funded_if_elsewhere, group.funded_if_gone))


def describe_doubts(group: GroupTotal, book: DealBook) -> str:
    """What must be known of a sum: what it comes to where figures may be one, and which lists are open."""
    unit = group.key.unit
    lower = [f"{MEANING[row]}: {format_interval(i, unit)}" for row, i in list_lower_sums(group)]
    paid = [f"{OF_FUNDED}, {MEANING[row]}: {format_interval(i, unit)}" for row, i in list_lower_funded(group)]
    return "; ".join(filter(None, (*lower, *paid, describe_open_lists(group, book))))


def describe_pairs(totals: Totals, book: DealBook, reasons: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Every pair by its names, and what is to be known of it; `reasons`: by deal in no sum, why it is in none."""
    for pair in totals.doubtful:
        left = [f"{book.name(deal)}: {reasons[deal]}" for deal in (pair.first, pair.second) if deal in reasons]
        yield f"{book.name(pair.first)} / {book.name(pair.second)}", "; ".join(left)
    for pair in totals.doubtful_beyond:
        funders = "; ".join(book.funders.get(pair.second, {}).values())
        note = f"{book.name(pair.second)} is not among these figures{f': funded by {funders}' if funders else ''}"
        yield f"{book.name(pair.first)} / {book.name(pair.second)}", note


def _told(sums: tuple[Interval | None, Interval | None, Interval | None]) -> Iterator[tuple[str, Interval]]:
    for name, interval in zip(MEANING, sums, strict=True):
        if interval is not None:
            yield name, interval
