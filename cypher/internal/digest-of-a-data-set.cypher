// The digest of the files that a data set was loaded from.
MATCH (d:DataSet {data_set: $data_set}) RETURN d.digest AS digest
