// Who writes to a data set, how often that one has written, and what is there.
MATCH (d:DataSet {id: $id, data_set: $data_set})
RETURN coalesce(d.owner, '') AS owner, coalesce(d.beat, 0) AS beat, coalesce(d.version, '') AS version,
  coalesce(d.state, '') AS state
