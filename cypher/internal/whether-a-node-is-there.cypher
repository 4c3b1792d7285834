// Whether a node is in a data set.
MATCH (n:{{label}} {id: $id, data_set: $data_set})
RETURN n.id AS id
