// Write rows of {id, end, properties} over relationships that are there, found among those of their end; how many.
UNWIND $rows AS row
MATCH (b:{{end}} {id: row.end, data_set: $data_set})<-[r:{{type}} {id: row.id, data_set: $data_set}]-(:{{start}})
SET r = row.properties
RETURN count(r) AS written
