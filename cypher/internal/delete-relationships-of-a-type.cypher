// Remove relationships by rows of {id}, found among all of their type.
UNWIND $rows AS row
MATCH ()-[r:{{type}} {id: row.id, data_set: $data_set}]->()
DELETE r
