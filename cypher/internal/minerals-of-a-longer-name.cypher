// Which minerals with deals are named like another with a word before or after.
MATCH (m:Mineral {id: $mineral, data_set: $data_set})
MATCH (x:Mineral {data_set: $data_set})<-[:COVERS]-(d:Deal)
WHERE x.id <> m.id AND toLower(toString(head([] + x.name))) CONTAINS toLower(toString(head([] + m.name)))
RETURN DISTINCT x.id AS id, x.name AS name
ORDER BY name, id
