// How far some deals have come.
UNWIND $ids AS id
MATCH (d:Deal {id: id, data_set: $data_set})
RETURN d.id AS deal, d.stage AS stage, coalesce(d.date, d.since) AS date
