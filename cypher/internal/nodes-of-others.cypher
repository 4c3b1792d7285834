// The nodes outside of these data sets by label, of the first $most.
MATCH (n)
WHERE n.data_set IS NULL OR NOT n.data_set IN $data_sets
WITH n LIMIT $most
RETURN labels(n)[0] AS label, count(*) AS nodes
ORDER BY nodes DESC, label
