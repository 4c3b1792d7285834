// Remove up to $most relationships of a data set, of one type; how many.
MATCH ()-[r:{{type}}]->()
WHERE r.data_set = $data_set
WITH r LIMIT $most
DELETE r
RETURN count(*) AS removed
