// What is claimed of the nodes that some disputes are about, and rests on a passage of one of their readings.
UNWIND $ids AS id
MATCH (d:Dispute {id: id, data_set: $data_set})<-[:READING_OF]-(r:Claim)
MATCH (d)-[:CONCERNS]->(n)<-[:ABOUT]-(c:Claim)
WHERE NOT coalesce(c.topic, '') IN ['reading', 'stage'] AND any(passage IN c.evidence WHERE passage IN r.evidence)
RETURN DISTINCT d.id AS dispute, c.id AS claim, coalesce(c.paraphrase, c.id) AS says, n.id AS node,
  coalesce(n.name, n.id) AS name
ORDER BY dispute, name, claim
