// Which nodes are tied to a node by facts of some types, in one direction or both, with labels and ties, most ties first.
MATCH (n:{{label}} {id: $id, data_set: $data_set})-[r]-(m)
WHERE r.data_set = $data_set AND type(r) IN $by AND ($way = '' OR (startNode(r).id = $id) = ($way = 'out'))
WITH DISTINCT m
OPTIONAL MATCH (m)-[x]-()
WHERE x.data_set = $data_set AND type(x) IN $types
WITH m, count(x) AS ties
RETURN m.id AS id, coalesce(head([l IN labels(m) WHERE l IN $known]), labels(m)[0]) AS label, ties
ORDER BY ties DESC, id
