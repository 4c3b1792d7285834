"""Deals as the ledger wants them, read from the graph with all that the totals need to know."""

from collections.abc import Iterable
from dataclasses import dataclass

from cypher.connection import Graph
from cypher.results import GraphNode, Value
from ledger.amounts import Amount, Qualifier
from ledger.deals import Deal, FunderType, Instrument, Rung

MOST = 100_000

WHOLES = """\
MATCH (d:Deal {data_set: $data_set})-[:PART_OF*1..12]->(whole:Deal)
WHERE d.id IN $ids
RETURN DISTINCT d.id AS deal, whole.id AS whole"""

TWINS = """\
MATCH (d:Deal {data_set: $data_set})-[:MAY_BE_SAME_AS]-(twin:Deal)
WHERE d.id IN $ids
RETURN DISTINCT d.id AS deal, twin.id AS twin"""

TAGS = """\
MATCH (d:Deal {data_set: $data_set})-[r:COVERS|LOCATED_IN|GOES_TO]->(x)
WHERE d.id IN $ids AND r.role IN ['mineral', 'location', 'recipient']
RETURN DISTINCT d.id AS deal, r.role AS role, x.id AS id, x.name AS name
ORDER BY deal, role, id"""


@dataclass(frozen=True)
class DealBook:
    """Some deals, and the names of everything that their totals mention."""

    deals: tuple[Deal, ...]
    names: dict[str, str]

    def name(self, node_id: str | None) -> str:
        """What to call a deal, place, mineral or recipient."""
        return "not stated" if node_id is None else self.names.get(node_id, node_id)


def read_deals(graph: Graph, nodes: Iterable[GraphNode], data_set: str) -> DealBook:
    """The given deals, each once, with the wholes that they lie in, their twins, minerals, places and recipients."""
    by_id = {n.id: n for n in nodes if n.label == "Deal"}
    parameters = {"ids": sorted(by_id), "data_set": data_set}
    wholes = _pairs(graph.table(WHOLES, parameters, MOST).rows)
    twins = _pairs(graph.table(TWINS, parameters, MOST).rows)
    tags = graph.table(TAGS, parameters, MOST).rows
    names = {n.id: n.name for n in by_id.values()} | {str(i): str(name) for _, _, i, name in tags}
    deals = tuple(_deal(node, wholes, twins, tags) for node in by_id.values())
    return DealBook(deals, names)


def _deal(
    node: GraphNode, wholes: dict[str, set[str]], twins: dict[str, set[str]], tags: tuple[tuple[Value, ...], ...]
) -> Deal:
    p = node.properties

    def tagged(role: str) -> frozenset[str]:
        return frozenset(str(i) for deal, r, i, _ in tags if (deal, r) == (node.id, role))

    return Deal(
        id=node.id,
        name=node.name,
        instrument=Instrument(p["instrument"]),
        rung=Rung(p["rung"]),
        funder_type=FunderType(p["funder_type"]),
        amount=amount_of(node),
        wholes=frozenset(wholes.get(node.id, ())),
        may_be_same_as=frozenset(twins.get(node.id, ())),
        places=tagged("location"),
        minerals=tagged("mineral"),
        recipients=tagged("recipient"),
        disputes=frozenset(p.get("disputes", ())),
    )


def amount_of(node: GraphNode) -> Amount | None:
    """A deal's figure, or None where it has none."""
    p = node.properties
    if not p.get("amount_qualifier"):
        return None
    return Amount(p.get("amount_value"), str(p["amount_unit"]), Qualifier(p["amount_qualifier"]))


def _pairs(rows: tuple[tuple[Value, ...], ...]) -> dict[str, set[str]]:
    pairs: dict[str, set[str]] = {}
    for first, second in rows:
        pairs.setdefault(str(first), set()).add(str(second))
    return pairs
