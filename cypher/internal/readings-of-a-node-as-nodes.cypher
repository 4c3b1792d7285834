// The disputes about a node itself with all their readings, as nodes tied to it.
MATCH (n:{{label}} {id: $id, data_set: $data_set})<-[k:CONCERNS]-(d:Dispute)<-[o:READING_OF]-(c:Claim)
WHERE coalesce(k.role, '') <> 'end'
RETURN n, k, d, o, c
ORDER BY d.id, c.id
