// The relationships of one type between a deal and another node, whichever way they lead.
MATCH (:Deal {id: $deal, data_set: $data_set})-[r]-(x)
WHERE type(r) = $type AND x.id = $other
RETURN r.id AS id
ORDER BY id
