// Every node's id and hash, of one label.
MATCH (n:{{label}} {data_set: $data_set}) RETURN n.id AS id, n.record_hash AS record_hash
