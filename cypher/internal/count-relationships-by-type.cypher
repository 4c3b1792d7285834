// How many relationships of a data set have each type.
MATCH ()-[r]->()
WHERE r.data_set = $data_set
RETURN type(r) AS type, count(*) AS relationships
ORDER BY type
