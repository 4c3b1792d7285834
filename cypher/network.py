"""Parts of the graph to look at: nodes with all that ties them to one another, and who can be found by name."""

from collections.abc import Iterable
from dataclasses import dataclass

from cypher.protocols import Reader
from cypher.results import Subgraph
from cypher.vocabulary import NODE_TYPES, RELATIONSHIP_TYPES, Family

MOST_RELATIONSHIPS = 5_000
EVIDENCE = tuple(n.label for n in NODE_TYPES if n.family in (Family.EVIDENCE, Family.BOOKKEEPING))
FACT_TYPES = tuple(r.name for r in RELATIONSHIP_TYPES if r.needs_evidence)

NODES = """\
MATCH (n)
WHERE n.data_set = $data_set AND n.id IN $ids
RETURN n
ORDER BY n.id"""

AMONG = """\
MATCH (a)-[r]->(b)
WHERE r.data_set = $data_set AND a.id IN $ids AND b.id IN $ids AND type(r) IN $types
RETURN a, r, b
ORDER BY r.id"""

AROUND = """\
MATCH (n {id: $id, data_set: $data_set})-[r]-(m)
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
    parameters = {"ids": sorted(set(ids)), "data_set": data_set, "types": list(FACT_TYPES)}
    nodes = graph.subgraph(NODES, parameters, MOST_RELATIONSHIPS)
    return nodes.with_(graph.subgraph(AMONG, parameters, MOST_RELATIONSHIPS))


def around(graph: Reader, node_id: str, data_set: str) -> tuple[str, ...]:
    """The ids of a node's neighbours by facts."""
    parameters = {"id": node_id, "data_set": data_set, "types": list(FACT_TYPES)}
    return tuple(str(row[0]) for row in graph.rows(AROUND, parameters))


def only_took_part(graph: Reader, ids: Iterable[str], data_set: str) -> Subgraph:
    """The countries that took part in an event and are not among `ids`, with the event."""
    parameters = {"ids": sorted(set(ids)), "data_set": data_set}
    return graph.subgraph(ONLY_THERE, parameters, MOST_RELATIONSHIPS)


def named(graph: Reader, data_set: str) -> tuple[Named, ...]:
    """Everything that can be searched for by name, evidence left out."""
    rows = graph.rows(NAMED, {"data_set": data_set, "without": list(EVIDENCE)})
    return tuple(Named(str(i), str(name), str(label)) for i, name, label in rows)
