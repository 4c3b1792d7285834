// Which places lie in which.
UNWIND $ids AS id
MATCH (p:Place {id: id, data_set: $data_set})-[:LIES_IN]->(w)
RETURN DISTINCT p.id AS id, p.name AS name, w.id AS whole, w.name AS whole_name
ORDER BY id, whole
