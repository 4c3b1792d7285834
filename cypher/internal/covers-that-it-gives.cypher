// Which guarantees and insurance a party gives.
MATCH (:{{funder}} {id: $funder, data_set: $data_set})-[r:PARTY_TO]->(d:Deal)
WHERE r.role IN ['guarantor', 'insurer']
RETURN DISTINCT d.id AS id, coalesce(d.name, d.id) AS name
ORDER BY name, id
