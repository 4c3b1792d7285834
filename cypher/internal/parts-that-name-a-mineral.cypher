// Which deals about a mineral lie inside one with a figure that names none.
MATCH (p:Deal {data_set: $data_set})-[:COVERS]->(:Mineral)
WITH DISTINCT p
MATCH (p)-[:PART_OF*1..6]->(d:Deal)
WHERE d.amount_qualifier IS NOT NULL
OPTIONAL MATCH (d)-[:PART_OF*0..6]->(:Deal)-[c:COVERS]->(:Mineral)
WITH p, d, c
WHERE c IS NULL
RETURN DISTINCT p.id AS id, coalesce(p.name, p.id) AS name
ORDER BY name, id
