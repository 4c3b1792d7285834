// A relationship by its id, with the nodes at its ends.
MATCH (a:{{label}} {id: $start, data_set: $data_set})-[r:{{type}} {id: $id}]->(b)
WHERE r.data_set = $data_set
RETURN a, r, b
