// Which places lie in which, one place in another counted.
UNWIND $ids AS id
MATCH (p:Place {id: id, data_set: $data_set})-[:LIES_IN*1..6]->(w)
WHERE w.id <> p.id
RETURN DISTINCT p.id AS id, coalesce(p.name, p.id) AS name, w.id AS whole, coalesce(w.name, w.id) AS whole_name
ORDER BY id, whole
