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
WITH p, collect(n.id) AS records
OPTIONAL MATCH (a)-[r {data_set: $data_set}]->(b)
WHERE p.id IN [] + r.evidence
WITH p, records, count(r) AS relationships
RETURN p.line AS line, p.sentence AS sentence, records, relationships, p.origin AS origin, p.id AS passage
ORDER BY line, sentence, passage
