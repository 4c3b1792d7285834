// What a picture holds, for an own query that is to hold it too: nodes by their ids, and relationships among them.
WITH $ids AS ids, $ties AS ties
MATCH (n {data_set: $data_set})
WHERE n.id IN ids
OPTIONAL MATCH (n)-[r]->(m {data_set: $data_set})
WHERE r.id IN ties AND m.id IN ids
RETURN n, r, m
ORDER BY n.id, r.id
