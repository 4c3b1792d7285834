// The deals that a dispute concerns, themselves or by a relationship of theirs.
MATCH (:Dispute {id: $id, data_set: $data_set})-[:CONCERNS]->(d:Deal)
RETURN DISTINCT d.id AS deal
ORDER BY deal
