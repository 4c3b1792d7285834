// The articles from which passages are taken, with the names of their files.
MATCH (p:Passage {data_set: $data_set})-[:FROM_SOURCE]->(s:Source)
WITH s, count(p) AS passages
RETURN s.id, coalesce(s.name, s.id), s.article, passages
ORDER BY coalesce(s.name, s.id), s.id
