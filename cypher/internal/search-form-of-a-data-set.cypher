// In which form a data set's nodes hold the words by which they are found, if a load of them came to its end.
MATCH (d:DataSet {data_set: $data_set})
WHERE d.state = 'complete'
RETURN d.search_form AS search_form
ORDER BY d.id
LIMIT 1
