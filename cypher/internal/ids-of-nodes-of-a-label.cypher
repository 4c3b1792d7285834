// The ids of up to $most nodes of a data set, of one label.
MATCH (n:{{label}} {data_set: $data_set}) RETURN n.id AS id ORDER BY id LIMIT $most
