// A few nodes of a label, as the server finds them first.
MATCH (n:{{label}})
RETURN n
LIMIT $most
