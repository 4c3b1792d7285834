"""The statements that load and clean up, derived from the vocabulary.

Labels and types stand in the text, never in parameters: a label from a
parameter matches any label on one of the engines. Every statement names the
data set, so that nothing else on a server is read or touched.
"""

MERGE_NODES = """\
UNWIND $rows AS row
MERGE (n:{label} {{id: row.id, data_set: $data_set}})
SET n = row.properties"""

MERGE_RELATIONSHIPS = """\
UNWIND $rows AS row
MATCH (a:{start} {{id: row.start, data_set: $data_set}})
MATCH (b:{end} {{id: row.end, data_set: $data_set}})
MERGE (a)-[r:{type} {{id: row.id, data_set: $data_set}}]->(b)
SET r = row.properties
RETURN count(r) AS written"""

NODE_HASHES = "MATCH (n:{label} {{data_set: $data_set}}) RETURN n.id AS id, n.record_hash AS record_hash"

RELATIONSHIP_HASHES = (
    "MATCH ()-[r:{type}]->() WHERE r.data_set = $data_set RETURN r.id AS id, r.record_hash AS record_hash"
)

DELETE_RELATIONSHIPS = """\
UNWIND $ids AS id
MATCH ()-[r:{type} {{id: id, data_set: $data_set}}]->()
DELETE r"""

DELETE_NODES = """\
UNWIND $ids AS id
MATCH (n:{label} {{id: id, data_set: $data_set}})
WHERE NOT (n)--()
DELETE n"""

DROP_RELATIONSHIPS = """\
MATCH ()-[r:{type}]->()
WHERE r.data_set = $data_set
WITH r LIMIT $most
DELETE r
RETURN count(*) AS removed"""

DROP_NODES = """\
MATCH (n:{label} {{data_set: $data_set}})
WHERE NOT (n)--()
WITH n LIMIT $most
DELETE n
RETURN count(*) AS removed"""

KEPT_NODES = "MATCH (n:{label} {{data_set: $data_set}}) RETURN n.id AS id ORDER BY id LIMIT $most"

TURN = """\
MATCH (d:DataSet {id: $id, data_set: $data_set})
RETURN coalesce(d.owner, '') AS owner, coalesce(d.beat, 0) AS beat, coalesce(d.version, '') AS version,
  coalesce(d.state, '') AS state"""

TAKE_TURN = """\
MERGE (d:DataSet {id: $id, data_set: $data_set})
SET d.beat = coalesce(d.beat, 0)
WITH d
WHERE coalesce(d.owner, '') = $seen_owner AND d.beat = $seen_beat AND coalesce(d.version, '') = $seen_version
  AND coalesce(d.state, '') = $seen_state OR d.owner = $owner
SET d += $properties
RETURN count(d) AS taken"""

BEAT = """\
MATCH (d:DataSet {id: $id, data_set: $data_set})
SET d.beat = coalesce(d.beat, 0) + 1
WITH d
WHERE d.owner = $owner
RETURN count(d) AS ours"""

GIVE_BACK = """\
MATCH (d:DataSet {id: $id, data_set: $data_set})
WHERE d.owner = $owner
REMOVE d.owner"""

STRANGERS = """\
MATCH (n)
WHERE n.data_set IS NULL
RETURN labels(n)[0] AS label, count(*) AS nodes
ORDER BY nodes DESC, label"""

DATA_SETS = """\
MATCH (d:DataSet)
WHERE d.data_set IS NOT NULL
RETURN d.data_set AS data_set, d.name AS name, d.version AS version, d.state AS state, d.loaded_at AS loaded_at,
  coalesce(d.origin, '') AS origin
ORDER BY loaded_at DESC, data_set"""

NODE_COUNTS = """\
MATCH (n)
WHERE n.data_set = $data_set
RETURN labels(n)[0] AS label, count(*) AS nodes
ORDER BY label"""

RELATIONSHIP_COUNTS = """\
MATCH ()-[r]->()
WHERE r.data_set = $data_set
RETURN type(r) AS type, count(*) AS relationships
ORDER BY type"""


def merge_nodes(label: str) -> str:
    """Write rows of {id, properties} as nodes of a label."""
    return MERGE_NODES.format(label=label)


def merge_relationships(type_: str, start: str, end: str) -> str:
    """Write rows of {id, start, end, properties} between nodes of two labels; returns how many found both ends."""
    return MERGE_RELATIONSHIPS.format(type=type_, start=start, end=end)


def node_hashes(label: str) -> str:
    """Every node's id and hash, of one label."""
    return NODE_HASHES.format(label=label)


def relationship_hashes(type_: str) -> str:
    """Every relationship's id and hash, of one type."""
    return RELATIONSHIP_HASHES.format(type=type_)


def delete_nodes(label: str) -> str:
    """Remove nodes by id, except those on which a relationship still hangs that is not ours."""
    return DELETE_NODES.format(label=label)


def delete_relationships(type_: str) -> str:
    """Remove relationships by id."""
    return DELETE_RELATIONSHIPS.format(type=type_)


def drop_relationships(type_: str) -> str:
    """Remove up to $most relationships of a data set, of one type; returns how many."""
    return DROP_RELATIONSHIPS.format(type=type_)


def drop_nodes(label: str) -> str:
    """Remove up to $most nodes of a data set on which nothing hangs, of one label; returns how many."""
    return DROP_NODES.format(label=label)


def kept_nodes(label: str) -> str:
    """The ids of up to $most nodes of a data set, of one label."""
    return KEPT_NODES.format(label=label)
