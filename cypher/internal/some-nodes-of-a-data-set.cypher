// Nodes of a label, up to a number.
MATCH (n:{{label}} {data_set: $data_set})
RETURN n
ORDER BY n.id
LIMIT $most
