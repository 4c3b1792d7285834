// What all nodes of a label are called.
MATCH (n:{{label}} {data_set: $data_set})
RETURN n.id AS id, n.name AS name, n.also_named AS also_named, n.former_names AS former_names
ORDER BY id
