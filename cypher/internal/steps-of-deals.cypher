// The stages that some deals went through, as the claims of their histories have them.
UNWIND $ids AS id
MATCH (d:Deal {id: id, data_set: $data_set})<-[:ABOUT]-(c:Claim)
WHERE c.topic = 'stage'
RETURN d.id AS deal, c AS step
ORDER BY deal, c.id
