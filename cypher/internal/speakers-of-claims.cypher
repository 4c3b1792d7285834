// Who says some claims.
UNWIND $ids AS id
MATCH (c:Claim {id: id, data_set: $data_set})-[:SAID_BY]->(s)
RETURN c.id AS claim, s.id AS speaker, coalesce(s.name, s.id) AS name
ORDER BY claim, speaker
