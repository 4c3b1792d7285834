// How many nodes of a data set have each label.
MATCH (n)
WHERE n.data_set = $data_set
RETURN coalesce(head([l IN labels(n) WHERE l IN $known]), labels(n)[0]) AS label, count(*) AS nodes
ORDER BY label
