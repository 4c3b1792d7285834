// Which nodes some full-text indexes find.
UNWIND $indexes AS index
CALL db.index.fulltext.queryNodes(index, $words) YIELD node
WITH index, node
WHERE node.data_set = $data_set
RETURN node.id AS id, node.name AS name, node.also_named AS also_named, node.former_names AS former_names, index
ORDER BY id, index
