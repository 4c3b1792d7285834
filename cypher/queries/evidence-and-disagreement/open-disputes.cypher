// id: open-disputes
// title: Open disputes
// question: Where do the sources disagree, what hangs on it, what are the readings, and which is preferred for what reason?
// view: table
// how_to_read: >-
//   A row is a reading, with its rank and the reason; what is not preferred is not wrong by that, and where none is
//   preferred nobody has decided. `weight` says how much hangs on it, and `would_change` what would change for a reader.
// asked_as:
//   - where do the sources disagree
//   - open disputes
//   - disagreements
//   - contradictions
//   - what is contested
//   - which facts are disputed
//   - which figures are disputed
//   - conflicting reports
//   - what do the articles contradict each other on
//   - where do articles conflict
//   - discrepancies between sources
//   - what is controversial
MATCH (c:Claim {data_set: $data_set})-[:READING_OF]->(d:Dispute)
OPTIONAL MATCH (c)-[:RESTS_ON]->(p:Passage)-[:FROM_SOURCE]->(s:Source)
WITH c, d, coalesce(s.name, s.id) AS article
ORDER BY article
WITH c, d, collect(DISTINCT article) AS articles
OPTIONAL MATCH (c)-[:SAID_BY]->(x)
WITH c, d, articles, coalesce(x.name, x.id) AS speaker
ORDER BY speaker
WITH c, d, articles, collect(DISTINCT speaker) AS said_by, toString(head([] + d.weight)) AS weight
RETURN coalesce(d.name, d.id) AS question, coalesce(weight, 'not weighed') AS weight, d.would_change AS would_change,
  replace(toString(head([] + d.disagreement)), '_', ' ') AS disagreement,
  replace(toString(head([] + d.kind)), '_', ' ') AS differs_in, c.rank AS rank,
  c.paraphrase AS reading, said_by, c.reason AS reason, articles, d.id AS dispute_id
ORDER BY CASE weight WHEN 'decides' THEN 0 WHEN 'detail' THEN 2 ELSE 1 END, dispute_id,
  CASE c.rank WHEN 'preferred' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END, c.id
