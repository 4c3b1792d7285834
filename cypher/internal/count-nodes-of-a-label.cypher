// How many nodes a label has, counted up to a bound.
MATCH (n:{{label}})
WITH n
LIMIT $most
RETURN count(n) AS nodes
