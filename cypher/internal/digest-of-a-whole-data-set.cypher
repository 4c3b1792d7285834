// The digest of the files that a data set was loaded from, where its load came to its end.
MATCH (d:DataSet {data_set: $data_set, state: 'complete'})
RETURN d.digest AS digest
