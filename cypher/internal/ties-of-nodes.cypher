// By which relationships of some types nodes of a label are tied, with both ends: any so many of them.
UNWIND $ids AS id
MATCH (a:{{label}} {id: id, data_set: $data_set})-[r:{{walked}}]-(b)
WHERE r.data_set = $data_set
RETURN a, r, b
LIMIT $most
