// What somebody who types a statement of their own may begin with.
MATCH (d:Deal {data_set: $data_set})
RETURN coalesce(d.name, d.id) AS deal, d.stage AS stage
ORDER BY deal
