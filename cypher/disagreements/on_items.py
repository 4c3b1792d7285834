"""The disputes about each node and relationship of a picture itself, and those that touch what is claimed of a node."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cypher.internal import statement
from cypher.mentions import list_ids
from cypher.model import Model
from cypher.protocols import Reader
from cypher.results import GraphEdge, GraphNode, Subgraph, Value, texts
from ledger.disputes import NOT_WEIGHED, Disagreement, Weight


@dataclass(frozen=True)
class WeighedDispute:
    """A dispute by what hangs on it. `weight`: None where nobody weighed it; `disagreement`: None where not told."""

    id: str
    question: str
    weight: Weight | None = None
    disagreement: Disagreement | None = None

    @property
    def weighs(self) -> Weight:
        """Its weight, or what it counts as where nobody weighed it."""
        return self.weight or NOT_WEIGHED


Disputes = Mapping[str, tuple[WeighedDispute, ...]]
"""By the id of what they are about, the weightiest first."""


def read_disputes_on(graph: Reader, shown: Subgraph, data_set: str) -> Disputes:
    """The disputes about nodes and relationships of a part of the graph; not those about a relationship of a node."""
    items: tuple[GraphNode | GraphEdge, ...] = (*shown.nodes, *shown.edges)
    ids = sorted({*list_ids(items, "disputes")})
    if not ids:
        return {}
    there = {item.id for item in items}
    found: dict[str, list[WeighedDispute]] = {}
    for *told, relationships, nodes in graph.rows(statement("what-disputes-weigh"), {"ids": ids, "data_set": data_set}):
        for item in there.intersection((*texts(relationships), *texts(nodes))):
            found.setdefault(item, []).append(_read(*told))
    return {item: _weightiest_first(disputes) for item, disputes in found.items()}


def read_disputes_of_claims(graph: Reader, node_id: str, data_set: str, model: Model) -> Disputes:
    """By claim on a node, the disputes about that node that rest on a passage of the claim: it is not settled."""
    known = model.find_label_of_id(node_id)
    if known is None:
        return {}
    found: dict[str, list[WeighedDispute]] = {}
    parameters = {"id": node_id, "data_set": data_set}
    for claim, *told in graph.rows(statement("disputes-of-claims", label=known.label), parameters):
        found.setdefault(str(claim), []).append(_read(*told))
    return {claim: _weightiest_first(disputes) for claim, disputes in found.items()}


def _read(*row: Value) -> WeighedDispute:
    """A row as our own type, whatever somebody else wrote into the graph."""
    id_, question, weight, disagreement = row
    return WeighedDispute(
        str(id_),
        str(question),
        Weight(weight) if weight in tuple(Weight) else None,
        Disagreement(disagreement) if disagreement in tuple(Disagreement) else None,
    )


def _weightiest_first(disputes: Iterable[WeighedDispute]) -> tuple[WeighedDispute, ...]:
    return tuple(sorted(disputes, key=lambda d: (list(Weight).index(d.weighs), d.id)))
