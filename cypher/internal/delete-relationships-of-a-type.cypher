// Remove relationships by id.
UNWIND $ids AS id
MATCH ()-[r:{{type}} {id: id, data_set: $data_set}]->()
DELETE r
