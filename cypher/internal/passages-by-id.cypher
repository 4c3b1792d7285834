// Passages with their articles and origins.
UNWIND $ids AS id
MATCH (p:Passage {id: id, data_set: $data_set})-[:FROM_SOURCE]->(s:Source)
MATCH (p)-[:REPEATS]->(o:Source)
RETURN p.id, coalesce(s.name, s.id), s.publisher, s.date, p.line, p.sentence, coalesce(o.name, o.id), o.kind, p.basis,
       s.id, s.article, p.sha256
ORDER BY coalesce(s.name, s.id), p.line, p.sentence
