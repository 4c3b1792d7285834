// Whose money some deals are.
UNWIND $ids AS id
MATCH (f)-[:FUNDS]->(d:Deal {id: id, data_set: $data_set})
RETURN DISTINCT d.id AS deal, f.id AS funder, f.name AS name
ORDER BY deal, funder
