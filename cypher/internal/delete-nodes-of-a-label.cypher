// Remove nodes by id, except those on which a relationship still hangs that is not ours.
UNWIND $ids AS id
MATCH (n:{{label}} {id: id, data_set: $data_set})
WHERE NOT (n)--()
DELETE n
