// Which minerals some nodes of a label are about.
UNWIND $ids AS id
MATCH (n:{{label}} {id: id, data_set: $data_set})-[:COVERS]->(m:Mineral)
RETURN DISTINCT n.id AS node, m.id AS id, coalesce(m.name, m.id) AS name
ORDER BY node, id
