// Which deals that name no mineral lie inside one that names this mineral, or a kind of it where kinds are asked for.
MATCH (m:Mineral {id: $mineral, data_set: $data_set})
OPTIONAL MATCH (m)<-[:KIND_OF*1..6]-(kind:Mineral)
WITH m, collect(DISTINCT kind) AS kinds
WITH [m] + CASE WHEN $kinds = 'yes' THEN kinds ELSE [] END AS found
UNWIND found AS x
MATCH (x)<-[:COVERS]-(w:Deal)<-[:PART_OF*1..6]-(d:Deal)
WITH DISTINCT w, d
OPTIONAL MATCH (d)-[:PART_OF*0..6]->(b:Deal)-[:PART_OF*1..6]->(w), (b)-[c:COVERS]->(:Mineral)
WITH d, c
WHERE c IS NULL
RETURN DISTINCT d.id AS id, coalesce(d.name, d.id) AS name
ORDER BY name, id
