// Which guarantees and insurance a party gives.
MATCH (:Agency {id: $funder, data_set: $data_set})-[r:PARTY_TO]->(d:Deal)
WHERE r.role IN ['guarantor', 'insurer']
RETURN DISTINCT d.id AS id, coalesce(d.name, d.id) AS name
ORDER BY name, id
UNION ALL
MATCH (:Country {id: $funder, data_set: $data_set})-[r:PARTY_TO]->(d:Deal)
WHERE r.role IN ['guarantor', 'insurer']
RETURN DISTINCT d.id AS id, coalesce(d.name, d.id) AS name
ORDER BY name, id
UNION ALL
MATCH (:Company {id: $funder, data_set: $data_set})-[r:PARTY_TO]->(d:Deal)
WHERE r.role IN ['guarantor', 'insurer']
RETURN DISTINCT d.id AS id, coalesce(d.name, d.id) AS name
ORDER BY name, id
