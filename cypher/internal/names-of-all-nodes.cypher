// What all nodes are called, those of some labels left out.
MATCH (n)
WHERE n.data_set = $data_set AND NOT labels(n)[0] IN $without
RETURN n.id AS id, n.name AS name, labels(n)[0] AS label
ORDER BY name, id
