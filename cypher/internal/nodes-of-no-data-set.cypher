// The nodes that belong to no data set, by label.
MATCH (n)
WHERE n.data_set IS NULL
RETURN labels(n)[0] AS label, count(*) AS nodes
ORDER BY nodes DESC, label
