// id: open-disputes
// title: Open disputes
// question: Where do the sources disagree, what are the readings, and which is preferred for what reason?
// view: table
MATCH (c:Claim {data_set: $data_set})-[:READING_OF]->(d:Dispute)
OPTIONAL MATCH (c)-[:RESTS_ON]->(p:Passage)-[:FROM_SOURCE]->(s:Source)
WITH c, d, coalesce(s.name, s.id) AS article
ORDER BY article
WITH c, d, collect(DISTINCT article) AS articles
OPTIONAL MATCH (c)-[:SAID_BY]->(x)
WITH c, d, articles, coalesce(x.name, x.id) AS speaker
ORDER BY speaker
WITH c, d, articles, collect(DISTINCT speaker) AS said_by
RETURN coalesce(d.name, d.id) AS question, replace(toString(head([] + d.kind)), '_', ' ') AS differs_in, c.rank AS rank,
       c.paraphrase AS reading, said_by, c.reason AS reason, articles, d.id AS dispute_id
ORDER BY dispute_id, CASE c.rank WHEN 'preferred' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END, c.id
