// Which nodes of a label may be chosen.
MATCH (n:{{label}} {data_set: $data_set})
RETURN n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
ORDER BY name, id
