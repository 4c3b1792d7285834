// The minerals that the parts of some deals name, at any depth.
UNWIND $ids AS id
MATCH (d:Deal {id: id, data_set: $data_set})<-[:PART_OF*1..6]-(p:Deal)-[r:COVERS]->(m)
WHERE r.role = 'mineral'
RETURN DISTINCT d.id AS deal, p.id AS part, m.id AS mineral
ORDER BY deal, part, mineral
