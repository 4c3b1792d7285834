// Write rows of {id, start, properties} over relationships that are there, found among those of their start; how many.
UNWIND $rows AS row
MATCH (a:{{start}} {id: row.start, data_set: $data_set})-[r:{{type}} {id: row.id, data_set: $data_set}]->(:{{end}})
SET r = row.properties
RETURN count(r) AS written
