// By which types of facts and in which direction a node is tied: roles, how many neighbours, how many of them are shown.
MATCH (n:{{label}} {id: $id, data_set: $data_set})-[r]-(m)
WHERE r.data_set = $data_set AND type(r) IN $types AND m.id <> $id
WITH type(r) AS type, startNode(r).id = $id AS out, r.role AS role, m.id AS id
RETURN type, out, collect(DISTINCT role) AS roles, count(DISTINCT id) AS neighbours,
  count(DISTINCT CASE WHEN id IN $shown THEN id END) AS shown
ORDER BY type, out
