// Which nodes some full-text indexes find, those that fit best first.
UNWIND $indexes AS index
CALL db.index.fulltext.queryNodes(index, $words) YIELD node, score
WITH index, node, score
WHERE node.data_set = $data_set
RETURN node.id AS id, node.name AS name, node.also_named AS also_named, index, score
ORDER BY score DESC, id
LIMIT $most
