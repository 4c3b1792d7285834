// The nearest wholes and parts of some deals, and what took their place or called them off, or was by them.
UNWIND $ids AS id
MATCH (:Deal {id: id, data_set: $data_set})-[:PART_OF|SUPERSEDES|CANCELS]-(x:Deal)
RETURN DISTINCT x.id AS deal
ORDER BY deal
