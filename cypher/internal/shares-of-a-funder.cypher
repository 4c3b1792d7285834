// By which relationships one funder funds some deals: each may say what share is its own.
UNWIND $ids AS id
MATCH (d:Deal {id: id, data_set: $data_set})<-[r:FUNDS]-(f)
WHERE f.id = $funder
RETURN d.id AS deal, r AS share
ORDER BY deal, r.id
