// Relationships of a type by their ids, which begin with that of a node of a label, with the nodes at their ends.
UNWIND $ids AS id
MATCH (a:{{label}} {id: split(id, '|')[0], data_set: $data_set})-[r:{{type}} {id: id}]->(b)
RETURN a, r, b
