// Which agencies of a country, and which offices of theirs, fund deals, where they were not asked for.
MATCH (c:Country {id: $funder, data_set: $data_set})<-[:AGENCY_OF*1..3]-(x:Agency)-[:FUNDS]->(d:Deal)
WHERE $agencies = 'no'
RETURN DISTINCT x.id AS id, coalesce(x.name, x.id) AS name
ORDER BY name, id
