// The deals that stand beside some deals: outside money, what it came with, covers, and what may be the same.
UNWIND $ids AS id
MATCH (:Deal {id: id, data_set: $data_set})-[:ALONGSIDE|SECURES|MAY_BE_SAME_AS]-(x:Deal)
RETURN DISTINCT x.id AS deal
ORDER BY deal
