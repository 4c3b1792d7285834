// What nodes of a label with these ids are called.
UNWIND $ids AS id
MATCH (n:{{label}} {id: id, data_set: $data_set})
RETURN n.id AS id, coalesce(n.name, n.id) AS name
ORDER BY id
