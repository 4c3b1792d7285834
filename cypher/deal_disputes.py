"""Disputes about what sums go by, and not about a deal itself: its relationships, its history, and what ended it."""

from collections.abc import Iterable, Mapping

from cypher.deal_changes import DealChanges
from cypher.internal import statement
from cypher.protocols import Reader
from ledger.changes import ENDS


def read_disputes(
    graph: Reader,
    deals: Iterable[str],
    wholes: Mapping[str, set[str]],
    changes: DealChanges,
    data_set: str,
    telling: Mapping[str, frozenset[str]],
) -> dict[str, frozenset[str]]:
    """By deal, the disputes about where it lies, who funds it with which share, what it is of, what it may be the same
    as, its stages by time, and what superseded or cancelled it or a whole of it.

    `telling`: by deal that names no mineral, the wholes that tell of what it is."""
    asked = set(deals)
    ids = sorted(asked.union(*wholes.values()))
    of_ties: dict[str, dict[str, set[str]]] = {}
    for deal, type_, dispute in graph.rows(statement("disputes-of-ties-of-deals"), {"ids": ids, "data_set": data_set}):
        of_ties.setdefault(str(deal), {}).setdefault(str(type_), set()).add(str(dispute))
    return {
        deal: frozenset().union(
            *of_ties.get(deal, {}).values(),
            *(step.texts("disputes") for step in changes.steps.get(deal, ())),
            *(of_ties.get(whole, {}).get("PART_OF", ()) for whole in wholes.get(deal, ())),
            *(of_ties.get(whole, {}).get("COVERS", ()) for whole in telling.get(deal, ())),
            *(_of_ends(end, changes) for end in {deal, *wholes.get(deal, ())}),
        )
        for deal in asked
    }


def _of_ends(deal: str, changes: DealChanges) -> set[str]:
    ends = (told.link for told in changes.links.get(deal, ()) if told.link.type in ENDS)
    return {dispute for link in ends for dispute in link.texts("disputes")}
