// Whose money some deals are.
UNWIND $ids AS id
MATCH (d:Deal {id: id, data_set: $data_set})<-[:FUNDS]-(f)
RETURN DISTINCT d.id AS deal, f.id AS funder, coalesce(f.name, f.id) AS name
ORDER BY deal, funder
