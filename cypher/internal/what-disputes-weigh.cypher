// What some disputes weigh, who is at odds in them, and which nodes and relationships they are about themselves.
UNWIND $ids AS id
MATCH (d:Dispute {id: id, data_set: $data_set})
OPTIONAL MATCH (d)-[c:CONCERNS]->(n)
WHERE coalesce(c.role, '') <> 'end'
RETURN d.id AS dispute, coalesce(d.name, d.id) AS question, d.weight AS weight, d.disagreement AS disagreement,
  d.concerned_relationships AS relationships, collect(n.id) AS nodes
ORDER BY dispute
