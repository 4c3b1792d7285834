// Which units a data set declares beside those that all sets have.
MATCH (d:DataSet {data_set: $data_set})
RETURN d.units AS units
ORDER BY d.id
LIMIT 1
