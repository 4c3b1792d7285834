// By which relationships of some types a node is tied, with both ends: the first so many of them by id.
MATCH (a:{{label}} {id: $id, data_set: $data_set})-[r:{{walked}}]-(b)
WHERE r.data_set = $data_set
RETURN a, r, b
ORDER BY r.id
LIMIT $most
