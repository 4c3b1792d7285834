// Become the writer of a data set, if nothing happened to it since it was looked at.
MERGE (d:DataSet {id: $id, data_set: $data_set})
SET d.beat = coalesce(d.beat, 0)
WITH d
WHERE coalesce(d.owner, '') = $seen_owner AND d.beat = $seen_beat AND coalesce(d.version, '') = $seen_version
  AND coalesce(d.state, '') = $seen_state OR d.owner = $owner
SET d += $properties
RETURN count(d) AS taken
