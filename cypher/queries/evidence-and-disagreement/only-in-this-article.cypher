// id: only-in-this-article
// title: What only this article reports
// question: Which facts would not be known without this article, and whose words does it repeat there?
// how_to_read: Of each row every passage stands in this one article. That others are silent is no denial, since each may have shortened the same document; `one-origin` asks the other way round, whose words a fact rests on, however many articles carry them.
// view: table
// or_else: No fact rests on it alone; `coverage` has all that cites it, and `one-origin` what rests on one origin.
// asked_as:
//   - what does only {article} report
//   - what only {article} reports
//   - exclusive to {article}
//   - facts found only in {article}
//   - what would we not know without {article}
//   - what is unique to {article}
//   - scoops of {article}
//   - what does {article} alone say
//   - what appears in {article} and nowhere else
// parameters:
//   - name: article
//     type: node
//     meaning: the article
//     labels: [Source]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})<-[:FROM_SOURCE]-(:Passage)
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - {name: said, type: yes_no, default: "no", meaning: "with what it alone says of things, readings of disputes among it"}
MATCH (s:Source {data_set: $data_set})
WITH s ORDER BY coalesce(s.name, s.id), s.id
WITH collect({id: s.id, name: coalesce(s.name, s.id)}) AS sources
MATCH (n {data_set: $data_set})
WHERE [] + coalesce(n.articles, []) = [$article] AND n.id <> $article AND NOT n:Claim AND NOT n:Dispute
RETURN split(n.id, '/')[0] AS kind, coalesce(n.name, n.id) AS fact, n.paraphrase AS says,
  [s IN sources WHERE s.id IN [] + coalesce(n.origins, []) | s.name] AS in_words_of,
  [] + coalesce(n.disputes, []) AS disputes, n.id AS id
ORDER BY kind, id
UNION ALL
MATCH (s:Source {data_set: $data_set})
WITH s ORDER BY coalesce(s.name, s.id), s.id
WITH collect({id: s.id, name: coalesce(s.name, s.id)}) AS sources
MATCH (a)-[r {data_set: $data_set}]->(b)
WHERE [] + coalesce(r.articles, []) = [$article]
RETURN replace(toLower(type(r)), '_', ' ') AS kind, coalesce(a.name, a.id) + ' – ' + coalesce(b.name, b.id) AS fact,
  r.paraphrase AS says, [s IN sources WHERE s.id IN [] + coalesce(r.origins, []) | s.name] AS in_words_of,
  [] + coalesce(r.disputes, []) AS disputes, r.id AS id
ORDER BY kind, id
UNION ALL // with said
MATCH (s:Source {data_set: $data_set}) // with said
WITH s ORDER BY coalesce(s.name, s.id), s.id // with said
WITH collect({id: s.id, name: coalesce(s.name, s.id)}) AS sources // with said
MATCH (c:Claim {data_set: $data_set}) // with said
WHERE [] + coalesce(c.articles, []) = [$article] // with said
OPTIONAL MATCH (c)-[:READING_OF]->(d:Dispute) // with said
WITH sources, c, d // with said
OPTIONAL MATCH (c)-[:ABOUT]->(b) // with said
WITH sources, c, d, coalesce(b.name, b.id) AS about // with said
ORDER BY about // with said
WITH sources, c, d, head(collect(about)) AS about // with said
RETURN c.topic AS kind, coalesce(coalesce(d.name, d.id), about) AS fact, c.paraphrase AS says, // with said
  [s IN sources WHERE s.id IN [] + coalesce(c.origins, []) | s.name] AS in_words_of, // with said
  [x IN [d.id] WHERE x IS NOT NULL] AS disputes, c.id AS id // with said
ORDER BY kind, id // with said
