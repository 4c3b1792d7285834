// The minerals, places and recipients of some deals.
UNWIND $ids AS id
MATCH (d:Deal {id: id, data_set: $data_set})-[r:COVERS|LOCATED_IN|GOES_TO]->(x)
WHERE r.role IN ['mineral', 'location', 'recipient']
RETURN DISTINCT d.id AS deal, r.role AS role, x.id AS id, coalesce(x.name, x.id) AS name
ORDER BY deal, role, id
