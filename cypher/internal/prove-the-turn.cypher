// Whether the turn is still this writer's; counts the batch.
MATCH (d:DataSet {id: $id, data_set: $data_set})
SET d.beat = coalesce(d.beat, 0) + 1
WITH d
WHERE d.owner = $owner
RETURN count(d) AS ours
