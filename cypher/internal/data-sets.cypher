// The data sets of a graph, the newest first.
MATCH (d:DataSet)
WHERE d.data_set IS NOT NULL
RETURN d.data_set AS data_set, coalesce(d.name, d.data_set) AS name, d.version AS version, d.state AS state,
  d.loaded_at AS loaded_at, coalesce(d.origin, '') AS origin
ORDER BY loaded_at DESC, data_set
