// Write rows of {start, links}, each link an end with properties, as new relationships; how many found both ends.
UNWIND $rows AS row
MATCH (a:{{start}} {id: row.start, data_set: $data_set})
UNWIND row.links AS link
MATCH (b:{{end}} {id: link.end, data_set: $data_set})
CREATE (a)-[r:{{type}} {id: link.id, data_set: $data_set}]->(b)
SET r = link.properties
RETURN count(r) AS written
