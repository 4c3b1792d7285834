"""The list of disputes: each with what it touches and what it rests on, the weightiest first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cypher.evidence import DisputeView, ReadingView, read_disputes
from cypher.internal import statement
from cypher.mentions import read_names
from cypher.model import Model
from cypher.protocols import Reader
from cypher.results import GraphNode, texts
from ledger.disputes import Disagreement, Weight
from ledger.ids import split_kind

WEIGHTS: tuple[Weight | None, ...] = (*Weight, None)
"""The weightiest first; what nobody weighed comes last."""
Named = Mapping[str, str]
"""Names by id."""


@dataclass(frozen=True)
class Touched:
    """A node that a dispute is about, itself or as an end of a relationship (`is_end`)."""

    id: str
    name: str
    label: str
    is_end: bool = False


@dataclass(frozen=True)
class ListedDispute:
    """A dispute as a list shows it.

    `sources`: the articles that its readings rest on, by id, with their names; `origins`: the ids of the independent
    origins of these. `relationships`: ids of those that it concerns. `minerals`, `agencies`: what it touches of these,
    itself or by a deal: the minerals that a deal covers, the agencies whose money it is or who are party to it.
    """

    view: DisputeView
    touches: tuple[Touched, ...] = ()
    relationships: tuple[str, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    origins: tuple[str, ...] = ()
    minerals: tuple[tuple[str, str], ...] = ()
    agencies: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """Its id, `dispute/…`."""
        return self.view.id

    @property
    def question(self) -> str:
        """What the readings answer."""
        return self.view.question

    @property
    def kind(self) -> str:
        """What the readings differ in."""
        return self.view.kind

    @property
    def weight(self) -> Weight | None:
        """What hangs on it; None where nobody weighed it."""
        return self.view.weight

    @property
    def disagreement(self) -> Disagreement | None:
        """Who is at odds with whom; None where the graph does not tell."""
        return self.view.disagreement

    @property
    def would_change(self) -> str:
        """What would change for a reader if another reading held; empty where that is not told."""
        return self.view.would_change

    @property
    def subjects(self) -> tuple[Touched, ...]:
        """The nodes that it is about itself, ends of relationships left out."""
        return tuple(t for t in self.touches if not t.is_end)

    @property
    def readings(self) -> tuple[ReadingView, ...]:
        """The readings, the preferred ones first."""
        return self.view.readings


def read_list(graph: Reader, data_set: str, model: Model) -> tuple[ListedDispute, ...]:
    """All disputes of a data set, the weightiest first, then by question. Raises what the graph raises."""
    nodes = graph.rows(statement("nodes-of-a-label", label="Dispute"), {"data_set": data_set})
    return _read(graph, [node for (node,) in nodes], data_set, model)


def read_listed(graph: Reader, dispute: str, data_set: str, model: Model) -> ListedDispute | None:
    """One dispute by its id; None where there is none."""
    asked = {"ids": [dispute], "data_set": data_set}
    nodes = graph.rows(statement("nodes-by-id", label="Dispute"), asked)
    return next(iter(_read(graph, [node for (node,) in nodes], data_set, model)), None)


def _read(graph: Reader, nodes: Sequence[GraphNode], data_set: str, model: Model) -> tuple[ListedDispute, ...]:
    ids = [node.id for node in nodes]
    if not ids:
        return ()
    views = {view.id: view for view in read_disputes(graph, ids, data_set)}
    touched = _read_touched(graph, ids, data_set, model)
    deals = sorted({t.id for found in touched.values() for t in found if t.label == "Deal"})
    minerals, agencies = _read_minerals(graph, deals, data_set), _read_agencies(graph, deals, data_set)
    sources = read_names(graph, "Source", (s for node in nodes for s in node.texts("articles")), data_set)
    listed = (
        ListedDispute(
            view=views.get(node.id) or _view_alone(node),
            touches=tuple(touched.get(node.id, ())),
            relationships=node.texts("concerned_relationships"),
            sources=tuple((s, sources.get(s, s)) for s in node.texts("articles")),
            origins=node.texts("origins"),
            minerals=_gather(touched.get(node.id, ()), "Mineral", minerals),
            agencies=_gather(touched.get(node.id, ()), "Agency", agencies),
        )
        for node in nodes
    )
    return tuple(sorted(listed, key=lambda d: (WEIGHTS.index(d.weight), d.question.casefold(), d.id)))


def _view_alone(node: GraphNode) -> DisputeView:
    """A dispute that somebody left without a reading: it is listed all the same."""
    return DisputeView(node.id, node.name, "; ".join(texts(node.properties.get("kind"))) or "not stated", ())


def _read_touched(graph: Reader, ids: Sequence[str], data_set: str, model: Model) -> dict[str, list[Touched]]:
    found: dict[str, list[Touched]] = {}
    for dispute, node, name, role in graph.rows(
        statement("what-disputes-touch"), {"ids": list(ids), "data_set": data_set}
    ):
        known = model.find_label_of_id(str(node))
        label = known.label if known else split_kind(str(node))
        met = found.setdefault(str(dispute), [])
        if all(t.id != node for t in met):
            met.append(Touched(str(node), str(name), label, role == "end"))
    return found


def _read_minerals(graph: Reader, deals: Sequence[str], data_set: str) -> dict[str, dict[str, str]]:
    rows = graph.rows(statement("tags-of-deals"), {"ids": deals, "data_set": data_set}) if deals else ()
    return _by_deal((deal, mineral, name) for deal, role, mineral, name in rows if role == "mineral")


def _read_agencies(graph: Reader, deals: Sequence[str], data_set: str) -> dict[str, dict[str, str]]:
    rows = graph.rows(statement("agencies-of-deals"), {"ids": deals, "data_set": data_set}) if deals else ()
    return _by_deal((deal, agency, name) for deal, agency, name in rows)


def _by_deal(rows: Iterable[tuple[object, object, object]]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for deal, node, name in rows:
        found.setdefault(str(deal), {})[str(node)] = str(name)
    return found


def _gather(touched: Iterable[Touched], label: str, of_deals: Mapping[str, Named]) -> tuple[tuple[str, str], ...]:
    """Nodes of a label that are touched themselves or belong to a deal that is, by name."""
    found: dict[str, str] = {}
    for node in touched:
        found |= {node.id: node.name} if node.label == label else of_deals.get(node.id, {})
    return tuple(sorted(found.items(), key=lambda pair: (pair[1].casefold(), pair[0])))
