// Those of some ids that nodes of a label still have.
UNWIND $ids AS id
MATCH (n:{{label}} {id: id, data_set: $data_set})
RETURN n.id AS id
ORDER BY id
