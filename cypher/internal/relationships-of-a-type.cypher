// All relationships of a type, by id.
MATCH ()-[r:{{type}}]->()
WHERE r.data_set = $data_set
RETURN r
ORDER BY r.id
