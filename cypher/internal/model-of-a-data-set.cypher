// What a data set adds to the model.
MATCH (d:DataSet {data_set: $data_set})
RETURN d.model AS model
ORDER BY d.id
LIMIT 1
