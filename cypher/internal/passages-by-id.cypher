// Passages with their articles and origins.
UNWIND $ids AS id
MATCH (p:Passage {id: id, data_set: $data_set})-[:FROM_SOURCE]->(s:Source)
MATCH (p)-[:REPEATS]->(o:Source)
RETURN p.id, s.name, s.publisher, s.date, p.line, p.sentence, o.name, o.kind, p.basis
ORDER BY s.name, p.line, p.sentence
