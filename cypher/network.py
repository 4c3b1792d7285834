"""Parts of the graph to look at: nodes with all that ties them to one another, and who can be found by name."""

from collections.abc import Iterable
from dataclasses import dataclass

from cypher.protocols import Reader
from cypher.results import Subgraph
from cypher.vocabulary import NODE_TYPES, RELATIONSHIP_TYPES, Family, label_of

MOST_RELATIONSHIPS = 5_000
EVIDENCE = tuple(n.label for n in NODE_TYPES if n.family in (Family.EVIDENCE, Family.BOOKKEEPING))
FACT_TYPES = tuple(r.name for r in RELATIONSHIP_TYPES if r.needs_evidence)

NODES = """\
UNWIND $ids AS id
MATCH (n:{label} {{id: id, data_set: $data_set}})
RETURN n"""

AMONG = """\
UNWIND $ids AS id
MATCH (a:{label} {{id: id, data_set: $data_set}})-[r]->(b)
WHERE r.data_set = $data_set AND b.id IN $others AND type(r) IN $types
RETURN a, r, b"""

AROUND = """\
MATCH (n:{label} {{id: $id, data_set: $data_set}})-[r]-(m)
WHERE r.data_set = $data_set AND type(r) IN $types
RETURN DISTINCT m.id AS id
ORDER BY id"""

ONLY_THERE = """\
MATCH (c:Country {data_set: $data_set})-[:ATTENDS {role: 'participant'}]->(e:Event)
WHERE NOT c.id IN $ids
RETURN c, e
ORDER BY c.id"""

NAMED = """\
MATCH (n)
WHERE n.data_set = $data_set AND NOT labels(n)[0] IN $without
RETURN n.id AS id, n.name AS name, labels(n)[0] AS label
ORDER BY name, id"""


@dataclass(frozen=True)
class Named:
    """A node that can be searched for."""

    id: str
    name: str
    label: str


def among(graph: Reader, ids: Iterable[str], data_set: str) -> Subgraph:
    """Some nodes, and every relationship of facts between them; ids that are not in the graph are passed over."""
    wanted = sorted(set(ids))
    found = Subgraph()
    for label, some in _by_label(wanted).items():
        parameters = {"ids": some, "others": wanted, "data_set": data_set, "types": list(FACT_TYPES)}
        found = found.with_(graph.subgraph(NODES.format(label=label), parameters, None))
        found = found.with_(graph.subgraph(AMONG.format(label=label), parameters, MOST_RELATIONSHIPS))
    nodes = sorted(found.nodes, key=lambda node: node.id)
    return Subgraph(tuple(nodes), tuple(sorted(found.edges, key=lambda edge: edge.id)), found.truncated)


def around(graph: Reader, node_id: str, data_set: str) -> tuple[str, ...]:
    """The ids of a node's neighbours by facts."""
    label = label_of(node_id)
    if label is None:
        return ()
    parameters = {"id": node_id, "data_set": data_set, "types": list(FACT_TYPES)}
    return tuple(str(row[0]) for row in graph.rows(AROUND.format(label=label), parameters))


def only_took_part(graph: Reader, ids: Iterable[str], data_set: str) -> Subgraph:
    """The countries that took part in an event and are not among `ids`, with the event."""
    parameters = {"ids": sorted(set(ids)), "data_set": data_set}
    return graph.subgraph(ONLY_THERE, parameters, MOST_RELATIONSHIPS)


def named(graph: Reader, data_set: str) -> tuple[Named, ...]:
    """Everything that can be searched for by name, evidence left out."""
    rows = graph.rows(NAMED, {"data_set": data_set, "without": list(EVIDENCE)})
    return tuple(Named(str(i), str(name), str(label)) for i, name, label in rows)


def _by_label(ids: Iterable[str]) -> dict[str, list[str]]:
    """The ids by the label that their kind tells; those of no known kind are left out."""
    found: dict[str, list[str]] = {}
    for node_id in ids:
        if label := label_of(node_id):
            found.setdefault(label, []).append(node_id)
    return found
