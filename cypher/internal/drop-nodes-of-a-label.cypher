// Remove up to $most nodes of a data set on which nothing hangs, of one label; how many.
MATCH (n:{{label}} {data_set: $data_set})
WHERE NOT (n)--()
WITH n LIMIT $most
DELETE n
RETURN count(*) AS removed
