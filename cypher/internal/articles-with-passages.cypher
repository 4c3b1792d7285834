// Which sources of a data set are read: those of which a passage is there.
MATCH (p:Passage {data_set: $data_set})
RETURN DISTINCT p.source AS source
ORDER BY source
