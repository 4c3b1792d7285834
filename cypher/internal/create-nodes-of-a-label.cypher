// Write rows of {id, properties} as new nodes of a label; how many.
UNWIND $rows AS row
CREATE (n:{{label}} {id: row.id, data_set: $data_set})
SET n = row.properties
RETURN count(n) AS written
