// Write rows of {id, start, end, properties} as new relationships between nodes of two labels; how many found both.
UNWIND $rows AS row
MATCH (a:{{start}} {id: row.start, data_set: $data_set})
MATCH (b:{{end}} {id: row.end, data_set: $data_set})
CREATE (a)-[r:{{type}} {id: row.id, data_set: $data_set}]->(b)
SET r = row.properties
RETURN count(r) AS written
