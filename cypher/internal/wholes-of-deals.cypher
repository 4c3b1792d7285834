// The deals that some deals are directly part of.
UNWIND $ids AS id
MATCH (d:Deal {id: id, data_set: $data_set})-[:PART_OF]->(whole:Deal)
RETURN DISTINCT d.id AS deal, whole.id AS whole
