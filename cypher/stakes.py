"""A network as it was on a day, and what its stakes come to along chains: none of it is stored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cypher.results import GraphEdge, Subgraph, Value, read_date
from ledger.periods import Held, Period, holds_on
from ledger.stakes import Chain, Stake, effective_shares, leads_from, leads_to
from ledger.text import shorten

PLACES = 6
"""Decimals of a share that is worked out."""


@dataclass(frozen=True)
class Worked:
    """What a row says of a relationship that is not stored in it: whether it held on the day that was asked for, and
    the share that a chain of stakes through it comes to, with how that was worked out."""

    held_then: str | None = None
    effective_share: float | None = None
    effective_note: str | None = None


def show_held(shown: Subgraph, day: date) -> Subgraph:
    """The relationships that held on the day, or may have, with their ends; nodes that had none stay."""
    held = _find_held(shown, day)
    kept = tuple(e for e in shown.edges if held[e.id] is not Held.NO)
    dropped = {end for e in shown.edges for end in (e.start, e.end)} - {end for e in kept for end in (e.start, e.end)}
    return Subgraph(tuple(n for n in shown.nodes if n.id not in dropped), kept, shown.truncated)


def show_tied(shown: Subgraph, whole: Subgraph, node: str) -> Subgraph:
    """Of stakes, those that still lead to the node or from it, with the node itself out of the `whole`."""
    stakes = _stakes(shown.edges)
    tied = {s.id for s in (*leads_to(stakes, node), *leads_from(stakes, node))}
    kept = tuple(e for e in shown.edges if e.id in tied)
    ends = {node} | {end for e in kept for end in (e.start, e.end)}
    return Subgraph(tuple(n for n in whole.nodes if n.id in ends), kept, shown.truncated)


def work_out(shown: Subgraph, day: date | None, node: str | None) -> dict[str, Worked]:
    """By relationship, what a row says of it as of the day; with a node, what stakes come to on their way to it.

    Without a day chains are made of the stakes that have no end.
    """
    held = _find_held(shown, day) if day else {}
    stakes = _stakes(e for e in shown.edges if day or not read_date(e.properties.get("until")))
    chains = effective_shares(stakes, node) if node and not shown.truncated else {}
    names = {n.id: n.name for n in shown.nodes}
    return {
        e.id: Worked(
            held[e.id].value if e.id in held else None,
            _share(chains[e.id]) if e.id in chains else None,
            _note(chains[e.id], held, names) if e.id in chains else None,
        )
        for e in shown.edges
    }


def _find_held(shown: Subgraph, day: date) -> dict[str, Held]:
    """By relationship, whether it held on the day: not after the end of what is owned."""
    ends = {n.id: read_date(n.properties.get("until")) for n in shown.nodes}
    return {e.id: holds_on(day, _read_period(e, ends.get(e.end))) for e in shown.edges}


def _read_period(edge: GraphEdge, end: str | None) -> Period:
    since, until, told = (read_date(edge.properties.get(name)) for name in ("since", "until", "held_on"))
    return Period(since, until or end, told=told)


def _stakes(edges: Iterable[GraphEdge]) -> list[Stake]:
    return [
        Stake(
            e.id, e.start, e.end, _read_share(e.properties.get("share")),
            e.properties.get("holding") == "direct", e.properties.get("holding") != "ultimate",
        )
        for e in edges if e.type == "OWNS"
    ]  # fmt: skip


def _read_share(value: Value) -> Decimal | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return Decimal(str(value)) if is_number and 0 < value <= 100 else None


def _share(chain: Chain) -> float:
    return float(round(chain.share, PLACES))


def _note(chain: Chain, held: Mapping[str, Held], names: Mapping[str, str]) -> str:
    shares = " of ".join(f"{(s.share or Decimal()).normalize():f} %" for s in chain.stakes)
    open_then = any(held.get(s.id) is Held.NOT_CERTAIN for s in chain.stakes)
    notes = [
        f"derived: {shares}",
        "not certain on that day" if open_then else "",
        f"by this chain alone, of {chain.others + 1}" if chain.others else "",
        *(
            f"the shares of {shorten(names.get(i, i))} come to more than the whole, so not all can be so"
            for i in chain.above_the_whole
        ),
    ]
    return "; ".join(filter(None, notes))
