// The disputes about a node of which a reading shares a passage with a claim on that node.
MATCH (n:{{label}} {id: $id, data_set: $data_set})<-[:ABOUT]-(c:Claim)
WHERE NOT coalesce(c.topic, '') IN ['reading', 'stage']
MATCH (n)<-[:CONCERNS]-(d:Dispute)<-[:READING_OF]-(r:Claim)
WHERE any(passage IN c.evidence WHERE passage IN r.evidence)
RETURN DISTINCT c.id AS claim, d.id AS dispute, coalesce(d.name, d.id) AS question, d.weight AS weight,
  d.disagreement AS disagreement
ORDER BY claim, dispute
