// What the sources say of a node, beside readings of disputes and the stages of its history, as nodes tied to it.
MATCH (n:{{label}} {id: $id, data_set: $data_set})<-[a:ABOUT]-(c:Claim)
WHERE NOT coalesce(c.topic, '') IN ['reading', 'stage']
RETURN n, a, c
ORDER BY c.id
