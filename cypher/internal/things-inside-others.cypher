// Which places lie in which, and which minerals are kinds of which, at any depth.
UNWIND $ids AS id
MATCH (p:Place {id: id, data_set: $data_set})-[:LIES_IN*1..6]->(w)
WHERE w.id <> p.id
RETURN DISTINCT p.id AS id, coalesce(p.name, p.id) AS name, w.id AS whole, coalesce(w.name, w.id) AS whole_name
ORDER BY id, whole
UNION ALL
UNWIND $ids AS id
MATCH (p:Mineral {id: id, data_set: $data_set})-[:KIND_OF*1..6]->(w:Mineral)
WHERE w.id <> p.id
RETURN DISTINCT p.id AS id, coalesce(p.name, p.id) AS name, w.id AS whole, coalesce(w.name, w.id) AS whole_name
ORDER BY id, whole
