"""Relationships as they would be if another reading of a dispute held: the other side of what a picture draws."""

from collections.abc import Iterator
from dataclasses import dataclass

from cypher.evidence import DisputeView, ReadingView, read_disputes
from cypher.mentions import list_ids
from cypher.protocols import Reader
from cypher.results import Subgraph
from ledger.alterations import Addition, Alteration, BadAlteration, Removal, Setting, read_alteration
from ledger.disputes import Rank
from ledger.text import shorten

SIDE = "side/"
"""How the ids of other sides begin; no node has such a kind."""


@dataclass(frozen=True)
class OtherSide:
    """What a reading that the graph does not hold says of a relationship between two nodes of a picture.

    `edge`: the relationship that would be otherwise, or not be there (`is_denied`); empty for one more. `fields`: what
    would be otherwise of it, as records write it.
    """

    id: str
    dispute: str
    question: str
    says: str
    start: str
    end: str
    type: str
    role: str = ""
    edge: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    is_denied: bool = False


def read_other_sides(graph: Reader, shown: Subgraph, data_set: str) -> tuple[OtherSide, ...]:
    """The other sides of the relationships between the nodes of a part of the graph, by dispute and reading."""
    disputes = read_disputes(graph, list_ids((*shown.nodes, *shown.edges), "disputes"), data_set)
    return tuple(
        side for dispute in disputes for reading in dispute.readings for side in _sides(dispute, reading, shown)
    )


def _sides(dispute: DisputeView, reading: ReadingView, shown: Subgraph) -> Iterator[OtherSide]:
    if reading.rank == Rank.PREFERRED:
        return
    for at, text in enumerate(reading.changes):
        try:
            change = read_alteration(text)
        except BadAlteration:
            continue
        side = _make(f"{SIDE}{reading.claim}/{at}", dispute, reading, change, shown)
        if side is not None:
            yield side


def _make(
    id_: str, dispute: DisputeView, reading: ReadingView, change: Alteration, shown: Subgraph
) -> OtherSide | None:
    if isinstance(change, Addition):
        start, end = change.text("from"), change.text("to")
        if not change.is_link or shown.node(start) is None or shown.node(end) is None:
            return None
        told = (change.text("type"), change.text("role"))
        return OtherSide(id_, dispute.id, dispute.question, reading.says, start, end, *told)
    edge = next((e for e in shown.edges if e.id == change.of), None)
    if edge is None:
        return None
    return OtherSide(
        id_,
        dispute.id,
        dispute.question,
        reading.says,
        edge.start,
        edge.end,
        edge.type,
        edge.role,
        edge=edge.id,
        fields=tuple(_tell_fields(change)) if isinstance(change, Setting) else (),
        is_denied=isinstance(change, Removal),
    )


def _tell_fields(change: Setting) -> Iterator[tuple[str, str]]:
    for name, value in change.fields.items():
        yield name, "not told" if value is None else shorten(value)
