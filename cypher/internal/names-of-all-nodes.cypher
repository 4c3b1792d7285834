// What all nodes are called, those of some labels left out; others may have added labels to ours.
MATCH (n)
WHERE n.data_set = $data_set
WITH n, coalesce(head([l IN labels(n) WHERE l IN $known]), labels(n)[0]) AS label
WHERE NOT label IN $without
RETURN n.id AS id, coalesce(n.name, n.id) AS name, label
ORDER BY name, id
