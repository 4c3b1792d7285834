// Which nodes are tied to a node by facts of some types: with a figure of money first, then disputed, then with most ties.
MATCH (n:{{label}} {id: $id, data_set: $data_set})-[r]-(m)
WHERE r.data_set = $data_set AND type(r) IN $by AND ($way = '' OR (startNode(r).id = $id) = ($way = 'out'))
WITH DISTINCT m
OPTIONAL MATCH (m)-[x]-()
WHERE x.data_set = $data_set AND type(x) IN $types
WITH m, count(x) AS ties
WITH m, ties, CASE WHEN m.amount_value IS NULL THEN 0 ELSE 1 END AS figure,
  CASE m.disputes_weigh WHEN 'decides' THEN 2 WHEN 'matters' THEN 1 ELSE 0 END AS disputed
RETURN m.id AS id, coalesce(head([l IN labels(m) WHERE l IN $known]), labels(m)[0]) AS label, coalesce(m.name, m.id) AS name, figure, disputed,
  ties
ORDER BY figure DESC, disputed DESC, ties DESC, id
