// The deals that some deals lie inside of, at any depth.
UNWIND $ids AS id
MATCH (d:Deal {id: id, data_set: $data_set})-[:PART_OF*1..12]->(whole:Deal)
RETURN DISTINCT d.id AS deal, whole.id AS whole
