"""What is there already, in a folder of records or in the graph: names and deals, against which rows are held."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cypher.deals import read_deals
from cypher.internal import statement
from cypher.model import Model
from cypher.protocols import Reader
from ledger.amounts import Amount, BadAmount, Qualifier
from loader.check import check
from loader.records import Node

TIES = {"FUNDS": "funder", "GOES_TO": "recipient", "LOCATED_IN": "place"}
"""Relationships of deals by which two may be one, and what the other end is."""


@dataclass(frozen=True)
class KnownDeal:
    """A deal that is there: its figure, and the ids of its funders, recipients and places."""

    id: str
    name: str
    amount: Amount | None
    ends: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Known:
    """A set that is there: by label, ids with all names of each; and its deals. `where`: how it is called in
    messages."""

    where: str
    names: Mapping[str, tuple[tuple[str, str], ...]]
    deals: tuple[KnownDeal, ...]


def known_in_folder(folder: Path) -> Known:
    """What a folder of records has. Raises BadFolder where there is none; records with problems are as they can be
    read."""
    checked = check(folder)
    ends: dict[str, dict[str, set[str]]] = {}
    for link in checked.index.deal_links:
        if tie := TIES.get(link.type):
            deal, other = (link.end, link.start) if link.type == "FUNDS" else (link.start, link.end)
            ends.setdefault(deal, {}).setdefault(tie, set()).add(other)
    deals = [
        KnownDeal(deal.id, str(deal.properties.get("name", deal.id)), _amount(deal), _frozen(ends.get(deal.id, {})))
        for deal in checked.index.deals.values()
    ]
    names = {label: tuple(named) for label, named in checked.index.names.items()}
    return Known(f"the records in {folder.name}", names, tuple(deals))


def known_in_graph(graph: Reader, data_set: str, model: Model) -> Known:
    """What a data set of the graph has."""
    names = {label: tuple(_names_of(graph, label, data_set)) for label in model.fact_labels}
    nodes = graph.subgraph(statement("nodes-of-a-label", label="Deal"), {"data_set": data_set}, None).nodes
    book = read_deals(graph, nodes, data_set)
    deals = [
        KnownDeal(d.id, d.name, d.amount, {"funder": d.funders, "recipient": d.recipients, "place": d.places})
        for d in book.deals
    ]
    return Known(f"the data set {data_set}", names, tuple(deals))


def _names_of(graph: Reader, label: str, data_set: str) -> Iterable[tuple[str, str]]:
    for node_id, name, *others in graph.rows(statement("names-of-a-label", label=label), {"data_set": data_set}):
        yield str(node_id), str(name)
        for listed in others:
            yield from ((str(node_id), str(other)) for other in (listed if isinstance(listed, list | tuple) else ()))


def _amount(deal: Node) -> Amount | None:
    value, ceiling, unit, qualifier = (
        deal.properties.get(f"amount_{p}") for p in ("value", "ceiling", "unit", "qualifier")
    )
    try:
        whole = value if isinstance(value, int) else None
        return (
            Amount(whole, str(unit), Qualifier(str(qualifier)), ceiling if isinstance(ceiling, int) else None)
            if unit
            else None
        )
    except (BadAmount, ValueError):
        return None


def _frozen(ends: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {tie: frozenset(ids) for tie, ids in ends.items()}
