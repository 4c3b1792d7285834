// Which nodes are tied to a node by facts.
MATCH (n:{{label}} {id: $id, data_set: $data_set})-[r]-(m)
WHERE r.data_set = $data_set AND type(r) IN $types
RETURN DISTINCT m.id AS id
ORDER BY id
