// The nearest wholes and parts of some deals.
UNWIND $ids AS id
MATCH (:Deal {id: id, data_set: $data_set})-[:PART_OF]-(x:Deal)
RETURN DISTINCT x.id AS deal
ORDER BY deal
