// What the sources say of a node, beside readings of disputes and the stages of its history.
MATCH (n:{{label}} {id: $id, data_set: $data_set})<-[:ABOUT]-(c:Claim)
WHERE NOT coalesce(c.topic, '') IN ['reading', 'stage']
OPTIONAL MATCH (c)-[:SAID_BY]->(s)
RETURN c.id, c.topic, c.paraphrase, c.evidence, coalesce(s.name, s.id)
ORDER BY c.topic, c.id, coalesce(s.name, s.id)
