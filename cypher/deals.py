"""Deals as the ledger wants them, read from the graph with all that the totals need to know."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from cypher.internal import statement
from cypher.protocols import Reader
from cypher.results import GraphNode, Value
from ledger.amounts import Amount, Qualifier
from ledger.deals import Deal, Instrument, Stage, WhoseMoney

Key = TypeVar("Key")


@dataclass(frozen=True)
class DealBook:
    """Some deals, and the names of everything that their totals mention."""

    deals: tuple[Deal, ...]
    names: dict[str, str]

    def name(self, node_id: str | None) -> str:
        """What to call a deal, place, mineral or recipient."""
        return "not stated" if node_id is None else self.names.get(node_id, node_id)


def read_deals(graph: Reader, nodes: Iterable[GraphNode], data_set: str) -> DealBook:
    """The given deals, each once, with the wholes that they lie in, their twins, minerals, places and recipients."""
    by_id = {n.id: n for n in nodes if n.label == "Deal"}
    parameters = {"ids": sorted(by_id), "data_set": data_set}
    wholes: dict[str, set[str]] = _pairs(graph.rows(statement("wholes-of-deals"), parameters))
    twins: dict[str, set[str]] = _pairs(graph.rows(statement("twins-of-deals"), parameters))
    tags = graph.rows(statement("tags-of-deals"), parameters)
    tagged = _pairs(((str(deal), str(role)), tag) for deal, role, tag, _ in tags)
    names = {n.id: n.name for n in by_id.values()} | {str(i): str(name) for _, _, i, name in tags}
    deals = tuple(_deal(node, wholes, twins, tagged) for node in by_id.values())
    return DealBook(deals, names)


def _deal(
    node: GraphNode,
    wholes: Mapping[str, set[str]],
    twins: Mapping[str, set[str]],
    tagged: Mapping[tuple[str, str], set[str]],
) -> Deal:
    p = node.properties
    return Deal(
        id=node.id,
        name=node.name,
        instrument=Instrument(p["instrument"]),
        stage=Stage(p["stage"]),
        whose_money=WhoseMoney(p["whose_money"]),
        amount=amount_of(node),
        wholes=frozenset(wholes.get(node.id, ())),
        may_be_same_as=frozenset(twins.get(node.id, ())),
        places=frozenset(tagged.get((node.id, "location"), ())),
        minerals=frozenset(tagged.get((node.id, "mineral"), ())),
        recipients=frozenset(tagged.get((node.id, "recipient"), ())),
        disputes=frozenset(p.get("disputes", ())),
    )


def amount_of(node: GraphNode) -> Amount | None:
    """A deal's figure, or None where it has none."""
    p = node.properties
    if not p.get("amount_qualifier"):
        return None
    return Amount(p.get("amount_value"), str(p["amount_unit"]), Qualifier(p["amount_qualifier"]))


def _pairs(rows: Iterable[tuple[Key, Value]]) -> dict[Key, set[str]]:
    pairs: dict[Key, set[str]] = {}
    for first, second in rows:
        pairs.setdefault(first, set()).add(str(second))
    return pairs
