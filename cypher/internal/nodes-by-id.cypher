// Which nodes of a label have these ids.
UNWIND $ids AS id
MATCH (n:{{label}} {id: id, data_set: $data_set})
RETURN n
