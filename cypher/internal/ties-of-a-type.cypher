// The relationships of a type in a data set with their ends, the first $most.
MATCH (a)-[r:{{type}}]->(b)
WHERE r.data_set = $data_set
RETURN a, r, b
ORDER BY r.id
LIMIT $most
