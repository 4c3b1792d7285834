"""The deals of one sum as rows of a page, each with what it counts for and a way to its passages."""

from cypher.deals import DealBook
from cypher.views.figures import describe_figure
from cypher.views.totals import Sums, describe_added, find_wholes_elsewhere
from explorer.shown_graph import ShownGraph
from explorer.views.chart import SEE, link_node
from ledger.amounts import format_interval
from ledger.glossary import spell_term
from ledger.totals import GroupTotal


def list_deals(here: ShownGraph, group: GroupTotal, sums: Sums) -> list[dict[str, object]]:
    """The deals of a sum, each with what it counts for; one inside another counts there."""
    book, unit, elsewhere = sums.book, group.key.unit, find_wholes_elsewhere(sums.totals, sums.book)
    added = [
        (c.deal, format_interval(c.interval, unit), describe_added(c.deal, group.key, book, elsewhere))
        for c in group.added
    ]
    inside = [
        (x.deal, None, f"not added again: lies in {', '.join(book.name(w) for w in x.inside)}") for x in group.inside
    ]
    return [
        {
            "stage": spell_term(group.key.stage),
            "deal": book.name(deal),
            "counts for": counts,
            "as written": _as_written(deal, book),
            "how": "; ".join(filter(None, (how, describe_figure(book.by_id.get(deal), book)))) or None,
            SEE: link_node(here, deal),
        }
        for deal, counts, how in (*added, *inside)
    ]


def _as_written(deal: str, book: DealBook) -> str | None:
    found = book.by_id.get(deal)
    return str(found.amount) if found and found.amount else None
