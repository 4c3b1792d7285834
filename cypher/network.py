"""Parts of the graph to look at: nodes with all that ties them to one another."""

from collections.abc import Iterable
from dataclasses import dataclass

from cypher.internal import statement
from cypher.model import Model
from cypher.protocols import Reader
from cypher.results import Subgraph

MOST_RELATIONSHIPS = 5_000
MOST_OF_A_TYPE = 1_000
CLAIMS = frozenset({"Claim", "Dispute"})
CLAIM_TYPES = ("ABOUT", "READING_OF", "CONCERNS")
"""What ties claims and disputes to one another and to what they are about."""


@dataclass(frozen=True)
class Neighbour:
    """A node beside another; `has_figure`: of money, `is_disputed`: by what decides or matters."""

    id: str
    label: str
    name: str = ""
    has_figure: bool = False
    is_disputed: bool = False
    ties: int = 0


@dataclass(frozen=True)
class Ties:
    """A node's relationships of one type and direction ("out" of it, or "in"): the roles that occur, how many
    neighbours they have, and how many of these are shown already."""

    type: str
    way: str
    roles: tuple[str, ...]
    neighbours: int
    shown: int

    @property
    def more(self) -> int:
        """How many neighbours are not shown yet."""
        return self.neighbours - self.shown


def among(graph: Reader, ids: Iterable[str], data_set: str, model: Model) -> Subgraph:
    """Some nodes, and every relationship of facts between them; ids that are not in the graph are passed over.

    Claims and disputes among them are tied to what they are about, and readings to their disputes.
    """
    wanted = sorted(set(ids))
    found = Subgraph()
    by_label = _by_label(wanted, model)
    types = [*model.fact_types, *(CLAIM_TYPES if CLAIMS.intersection(by_label) else ())]
    for label, some in by_label.items():
        parameters = {"ids": some, "others": dict.fromkeys(wanted, True), "data_set": data_set, "types": types}
        found = found.with_(graph.subgraph(statement("nodes-by-id", label=label), parameters, None))
        found = found.with_(
            graph.subgraph(statement("relationships-among-nodes", label=label), parameters, MOST_RELATIONSHIPS)
        )
    nodes = sorted(found.nodes, key=lambda node: node.id)
    return Subgraph(tuple(nodes), tuple(sorted(found.edges, key=lambda edge: edge.id)), found.truncated)


def around(
    graph: Reader, node_id: str, data_set: str, model: Model, *, type_: str = "", way: str = ""
) -> tuple[Neighbour, ...]:
    """A node's neighbours by facts, the most important first: those with a figure of money, then the disputed by
    weight, then those with the most ties.

    `type_`: by relationships of that type alone; `way`: by those that go "out" of the node or come "in".
    """
    known = model.find_label_of_id(node_id)
    if known is None:
        return ()
    types = [t for t in model.fact_types if type_ in ("", t)]
    parameters = {
        "id": node_id, "data_set": data_set, "types": list(model.fact_types), "by": types, "way": way,
        "known": [n.label for n in model.labels],
    }  # fmt: skip
    rows = graph.rows(statement("neighbours-of-a-node", label=known.label), parameters)
    return tuple(
        Neighbour(str(i), str(label), str(name or i), bool(figure), bool(disputed), ties)
        for i, label, name, figure, disputed, ties in rows
    )


def ties_of(graph: Reader, node_id: str, shown: Iterable[str], data_set: str, model: Model) -> tuple[Ties, ...]:
    """By which types and in which direction facts tie a node, those with most neighbours first."""
    known = model.find_label_of_id(node_id)
    if known is None:
        return ()
    parameters = {
        "id": node_id, "data_set": data_set, "types": list(model.fact_types), "shown": sorted(set(shown)),
    }  # fmt: skip
    rows = graph.rows(statement("ties-of-a-node-by-type", label=known.label), parameters)
    ties = (
        Ties(str(type_), "out" if out else "in", tuple(sorted(map(str, roles))), neighbours, here)
        for type_, out, roles, neighbours, here in rows
    )
    return tuple(sorted(ties, key=lambda t: (-t.neighbours, t.type, t.way)))


def read_claims_as_nodes(graph: Reader, node_id: str, data_set: str, model: Model) -> Subgraph:
    """A node with what the sources say of it, and the disputes about it with their readings, as nodes."""
    known = model.find_label_of_id(node_id)
    if known is None:
        return Subgraph()
    found, parameters = Subgraph(), {"id": node_id, "data_set": data_set}
    for name in ("claims-of-a-node-as-nodes", "readings-of-a-node-as-nodes"):
        found = found.with_(graph.subgraph(statement(name, label=known.label), parameters, MOST_RELATIONSHIPS))
    return found


def only_took_part(graph: Reader, ids: Iterable[str], occasions: Iterable[str], data_set: str) -> Subgraph:
    """The countries that have nothing but that they took part in one of these events and are not in `ids`, with it."""
    parameters = {"ids": sorted(set(ids)), "occasions": sorted(set(occasions)), "data_set": data_set}
    return graph.subgraph(statement("countries-that-only-took-part"), parameters, MOST_RELATIONSHIPS)


def read_facts(graph: Reader, data_set: str, model: Model, most: int) -> Subgraph:
    """Every node that says something of the world, without relationships; none of a set that has more than `most`."""
    found = Subgraph()
    for label in model.fact_labels:
        parameters = {"data_set": data_set, "most": most + 1}
        found = found.with_(graph.subgraph(statement("some-nodes-of-a-data-set", label=label), parameters, None))
        if len(found.nodes) > most:
            return Subgraph()
    return found


def read_own_ties(graph: Reader, data_set: str, model: Model) -> Subgraph:
    """What a data set's own relationship types tie, as far as paths follow them: no query for all sets knows them."""
    found = Subgraph()
    for name in (name for name in model.walkable_types if name in model.added):
        text = statement("ties-of-a-type", type=name)
        found = found.with_(graph.subgraph(text, {"data_set": data_set, "most": MOST_OF_A_TYPE + 1}, MOST_OF_A_TYPE))
    return found


def present(graph: Reader, ids: Iterable[str], data_set: str, model: Model) -> frozenset[str]:
    """Which of some ids nodes have."""
    found: set[str] = set()
    for label, some in _by_label(sorted(set(ids)), model).items():
        nodes = graph.rows(statement("nodes-by-id", label=label), {"ids": some, "data_set": data_set})
        found.update(node.id for (node,) in nodes)
    return frozenset(found)


def _by_label(ids: Iterable[str], model: Model) -> dict[str, list[str]]:
    """The ids by the label that their kind tells; those of no known kind are left out."""
    found: dict[str, list[str]] = {}
    for node_id in ids:
        if known := model.find_label_of_id(node_id):
            found.setdefault(known.label, []).append(node_id)
    return found
