// The deals that some deals may be the same as.
UNWIND $ids AS id
MATCH (d:Deal {id: id, data_set: $data_set})-[:MAY_BE_SAME_AS]-(twin:Deal)
RETURN DISTINCT d.id AS deal, twin.id AS twin
