// Remove relationships by rows of {id, end}, found among those of their end.
UNWIND $rows AS row
MATCH (:{{end}} {id: row.end, data_set: $data_set})<-[r:{{type}} {id: row.id, data_set: $data_set}]-(:{{start}})
DELETE r
