// id: coverage
// title: What rests on each passage of an article
// question: Which records, claims and disputes cite each line or sentence of this article, and how many relationships do?
// view: table
// parameters:
//   - name: article
//     type: node
//     meaning: the article
//     labels: [Source]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})<-[:FROM_SOURCE]-(:Passage)
//       RETURN n.id AS id, n.name AS name, count(*) AS rows
//       ORDER BY name, id
MATCH (p:Passage {data_set: $data_set, source: $article})
OPTIONAL MATCH (n {data_set: $data_set})
WHERE p.id IN [] + n.evidence
WITH p, n
ORDER BY n.id
WITH p, collect(coalesce(n.name, n.id)) AS records, collect(n.id) AS record_ids
OPTIONAL MATCH (a)-[r {data_set: $data_set}]->(b)
WHERE p.id IN [] + r.evidence
WITH p, records, record_ids, count(r) AS relationships
OPTIONAL MATCH (p)-[:REPEATS]->(o:Source)
WITH p, records, record_ids, relationships, o.name AS origin
ORDER BY origin
WITH p, records, record_ids, relationships, collect(origin) AS origins
RETURN p.line AS line, p.sentence AS sentence, records, relationships, origins, record_ids, p.id AS passage_id
ORDER BY line, sentence, passage_id
