// Who stands around a node, by type, direction and role of the facts between: how many, and the first few by name.
MATCH (n:{{label}} {id: $id, data_set: $data_set})-[r]-(m)
WHERE r.data_set = $data_set AND type(r) IN $types AND m.id <> $id
WITH type(r) AS type, startNode(r).id = $id AS out, coalesce(r.role, '') AS role, m
ORDER BY coalesce(m.name, m.id), m.id
WITH type, out, role, count(DISTINCT m.id) AS neighbours, collect(DISTINCT [m.id, coalesce(m.name, m.id)]) AS named
RETURN type, out, role, neighbours, named[0..$most] AS named
ORDER BY type, out, role
