// One node at most: it touches the data, and little of it.
MATCH (n) RETURN n LIMIT 1
