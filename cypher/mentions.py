"""What a table says besides what an answer holds: who funds a deal together, and names in the place of ids."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cypher.internal import statement
from cypher.model import Model
from cypher.protocols import Reader
from cypher.results import GraphEdge, GraphNode, Subgraph
from cypher.stakes import Worked
from ledger.ids import split_kind


@dataclass(frozen=True)
class Mentions:
    """`funders`: by deal, the names of its funders by their ids. `names`: of articles, disputes and
    parties for which somebody signed, by their ids. `worked`: by relationship, what is worked out for the question;
    None where nothing was asked for."""

    funders: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    worked: Mapping[str, Worked] | None = None

    def name(self, node_id: str) -> str:
        """What an article, a dispute or a party is called: a dispute by its question."""
        return self.names.get(node_id, node_id)

    def co_funders(self, deal: str) -> tuple[str, ...]:
        """The names of those who fund a deal together; none where one alone does."""
        funders = self.funders.get(deal, {})
        return tuple(funders.values()) if len(funders) > 1 else ()

    def other_funders(self, deal: str, funder: str) -> tuple[str, ...]:
        """The names of those with whom a funder funds a deal together."""
        return tuple(name for i, name in self.funders.get(deal, {}).items() if i != funder)


def read_mentions(graph: Reader, shown: Subgraph, data_set: str, model: Model) -> Mentions:
    """What the rows of a part of the graph mention."""
    items: tuple[GraphNode | GraphEdge, ...] = (*shown.nodes, *shown.edges)
    articles = list_ids(items, "articles")
    disputes = list_ids(items, "disputes")
    names = read_names(graph, "Source", articles, data_set) | read_names(graph, "Dispute", disputes, data_set)
    names |= read_party_names(graph, list_ids(items, "on_behalf_of") + list_ids(items, "money_of"), data_set, model)
    return Mentions(read_funders(graph, (n.id for n in shown.nodes if n.label == "Deal"), data_set), names)


def read_funders(graph: Reader, deals: Iterable[str], data_set: str) -> dict[str, dict[str, str]]:
    """By deal, the names of its funders by their ids; a deal that nobody is said to fund is not in it."""
    found: dict[str, dict[str, str]] = {}
    ids = sorted(set(deals))
    rows = graph.rows(statement("funders-of-deals"), {"ids": ids, "data_set": data_set}) if ids else ()
    for deal, funder, name in rows:
        found.setdefault(str(deal), {})[str(funder)] = str(name)
    return found


def read_names(graph: Reader, label: str, ids: Iterable[str], data_set: str) -> dict[str, str]:
    """The names of nodes of a label, by id."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    rows = graph.rows(statement("names-of-nodes-by-id", label=label), {"ids": wanted, "data_set": data_set})
    return {str(i): str(name) for i, name in rows}


def read_party_names(graph: Reader, ids: Iterable[str], data_set: str, model: Model) -> dict[str, str]:
    """The names of those who can act, by id."""
    names: dict[str, str] = {}
    wanted = list(dict.fromkeys(ids))
    for party in map(model.label, model.parties):
        names |= read_names(graph, party.label, (i for i in wanted if split_kind(i) == party.kind), data_set)
    return names


def list_ids(items: Iterable[GraphNode | GraphEdge], name: str) -> list[str]:
    """The ids that a property of some nodes and relationships lists, each once."""
    return list(dict.fromkeys(i for item in items for i in item.texts(name)))
