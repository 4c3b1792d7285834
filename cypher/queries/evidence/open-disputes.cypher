// id: open-disputes
// title: Open disputes
// question: Where do the sources disagree, what are the readings, and which is preferred for what reason?
// view: table
MATCH (c:Claim {data_set: $data_set})-[:READING_OF]->(d:Dispute)
RETURN d.name AS question, d.kind AS differs_in, c.rank AS rank, c.paraphrase AS reading, c.reason AS reason,
       c.articles AS articles, d.id AS dispute
ORDER BY dispute, CASE c.rank WHEN 'preferred' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END, c.id
