// All nodes of a label, by id.
MATCH (n:{{label}} {data_set: $data_set})
RETURN n
ORDER BY n.id
