// A few relationships of a type, as the server finds them first, with the labels of their ends.
MATCH (a)-[r:{{type}}]->(b)
WITH a, r, b
LIMIT $most
RETURN labels(a) AS starts, r, labels(b) AS ends
