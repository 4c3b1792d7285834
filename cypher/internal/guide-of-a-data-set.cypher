// What a data set says of itself for the pages.
MATCH (d:DataSet {data_set: $data_set})
RETURN d.guide AS guide
ORDER BY d.id
LIMIT 1
