// Which deals have neither a figure nor a mineral.
MATCH (d:Deal {data_set: $data_set})
WHERE d.amount_qualifier IS NULL
OPTIONAL MATCH (d)-[:PART_OF*0..6]->(:Deal)-[c:COVERS]->(:Mineral)
WITH d, c
WHERE c IS NULL
RETURN d.id AS id, coalesce(d.name, d.id) AS name
ORDER BY name, id
