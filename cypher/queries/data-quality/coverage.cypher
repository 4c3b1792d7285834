// id: coverage
// title: What rests on each passage of an article
// question: Which records, claims and disputes cite each line or sentence of this article, and how many relationships do?
// view: table
// how_to_read: >-
//   A line that is not here was not cited: the coverage files, where the set has them, give the
//   reason. Many records on one line do not make
//   it better supported.
// or_else: No passage is taken from it; the saved query `sources` lists the articles, and what rests on an origin alone is in `one-origin`.
// asked_as:
//   - what rests on each passage of {article}
//   - how is {article} covered
//   - line by line of {article}
//   - which records cite {article}
//   - what was taken from {article}
//   - which sentences of {article} are used
//   - coverage of {article}
//   - what is recorded from each line of {article}
//   - what was extracted from {article}
// parameters:
//   - name: article
//     type: node
//     meaning: the article
//     labels: [Source]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})<-[:FROM_SOURCE]-(:Passage)
//       RETURN n.id AS id, coalesce(n.name, n.id) AS name, count(*) AS rows
//       ORDER BY name, id

// No index finds what a list holds, so all that cites is passed over once, and passages are found by what it cites.
// A null stands for the node itself, beside its relationships; a passage cites itself, so that none is missing.
MATCH (n {data_set: $data_set})
OPTIONAL MATCH (n)-[link {data_set: $data_set}]->()
WITH n, [null] + collect(link) AS links
UNWIND links AS link
WITH link, coalesce(n.name, n.id) AS name, CASE WHEN link IS NULL THEN n.id END AS record,
     CASE WHEN link IS NULL THEN coalesce(n.evidence, [n.id]) ELSE link.evidence END AS evidence
UNWIND [] + evidence AS cited
WITH cited, link, name, CASE WHEN record <> cited THEN record END AS record
ORDER BY record
WITH cited, collect(CASE WHEN record IS NOT NULL THEN name END) AS records, collect(record) AS record_ids,
     count(link) AS relationships
MATCH (p:Passage {id: cited, data_set: $data_set})
WHERE p.source = $article
OPTIONAL MATCH (p)-[:REPEATS]->(o:Source)
WITH p, records, record_ids, relationships, coalesce(o.name, o.id) AS origin
ORDER BY origin
WITH p, records, record_ids, relationships, collect(origin) AS origins
RETURN p.line AS line, p.sentence AS sentence, records, relationships, origins, record_ids, p.id AS passage_id
ORDER BY line, sentence, passage_id
