// A node with the facts around it; what claims, disputes and passages say of it is left out.
MATCH (n:{{label}} {id: $id, data_set: $data_set})
OPTIONAL MATCH (n)-[r]-(m)
WHERE r.data_set = $data_set AND NOT m:Claim AND NOT m:Dispute AND NOT m:Passage AND NOT m:Source
RETURN n, r, m
ORDER BY r.id
