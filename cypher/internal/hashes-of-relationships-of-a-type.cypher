// Every relationship's id and hash, of one type.
MATCH ()-[r:{{type}}]->() WHERE r.data_set = $data_set RETURN r.id AS id, r.record_hash AS record_hash
