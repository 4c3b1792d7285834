// Which relationships of facts start at nodes of a label and end among some others.
UNWIND $ids AS id
MATCH (a:{{label}} {id: id, data_set: $data_set})-[r]->(b)
WHERE r.data_set = $data_set AND $others[toString(b.id)] AND type(r) IN $types
RETURN a, r, b
