// All passages of one article, in the order of its lines, with their origins.
MATCH (p:Passage {data_set: $data_set})-[:FROM_SOURCE]->(s:Source {id: $article, data_set: $data_set})
MATCH (p)-[:REPEATS]->(o:Source)
RETURN p.id, coalesce(s.name, s.id), s.publisher, s.date, p.line, p.sentence, coalesce(o.name, o.id), o.kind, p.basis,
       s.id, s.article, p.sha256
ORDER BY p.line, p.sentence, p.id
