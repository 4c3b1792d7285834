// Be the writer of a data set no longer.
MATCH (d:DataSet {id: $id, data_set: $data_set})
WHERE d.owner = $owner
REMOVE d.owner
