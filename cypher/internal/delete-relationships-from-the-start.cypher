// Remove relationships by rows of {id, start}, found among those of their start.
UNWIND $rows AS row
MATCH (:{{start}} {id: row.start, data_set: $data_set})-[r:{{type}} {id: row.id, data_set: $data_set}]->(:{{end}})
DELETE r
