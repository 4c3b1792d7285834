// id: one-origin
// title: Facts that rest on one origin only
// question: Which facts would fall if a single document, statement or publisher were wrong?
// view: table
// how_to_read: >-
//   These facts would fall together. That an origin stands alone does not make it wrong, nor does a second article
//   that repeats it make it right.
// or_else: No fact rests on it alone; the saved query `sources` lists which origins the articles repeat, and `coverage` has all that cites an article.
// asked_as:
//   - facts that rest on {origin} alone
//   - what rests on {origin} only
//   - what would fall if {origin} were wrong
//   - facts with a single source
//   - which facts depend on {origin}
//   - single origin facts
//   - what do we know only from {origin}
//   - which facts come from {origin} alone
//   - if {origin} is wrong what falls
// parameters:
//   - name: origin
//     type: node
//     meaning: the origin
//     labels: [Source]
//     offers: >-
//       MATCH (x {data_set: $data_set})
//       WHERE size([] + coalesce(x.origins, [])) = 1 AND NOT x:Claim AND NOT x:Dispute
//       WITH collect(head([] + x.origins)) AS of_nodes
//       OPTIONAL MATCH ()-[r {data_set: $data_set}]->()
//       WHERE size([] + coalesce(r.origins, [])) = 1
//       WITH of_nodes, collect(head([] + r.origins)) AS of_relationships
//       UNWIND of_nodes + of_relationships AS origin
//       WITH origin, count(*) AS rows
//       MATCH (n:{{label}} {id: origin, data_set: $data_set})
//       RETURN n.id AS id, coalesce(n.name, n.id) AS name, rows
//       ORDER BY name, id
MATCH (s:Source {data_set: $data_set})
WITH s ORDER BY coalesce(s.name, s.id)
WITH collect({id: s.id, name: coalesce(s.name, s.id)}) AS sources
MATCH (n {data_set: $data_set})
WHERE [] + coalesce(n.origins, []) = [$origin] AND NOT n:Claim AND NOT n:Dispute
RETURN coalesce(n.name, n.id) AS fact,
  coalesce(head([l IN labels(n) WHERE toLower(l) = split(n.id, '/')[0]]), labels(n)[0]) AS kind, n.paraphrase AS says,
  [s IN sources WHERE s.id IN [] + coalesce(n.articles, []) | s.name] AS articles, n.id AS id
ORDER BY kind, id
UNION ALL
MATCH (s:Source {data_set: $data_set})
WITH s ORDER BY coalesce(s.name, s.id)
WITH collect({id: s.id, name: coalesce(s.name, s.id)}) AS sources
MATCH (a)-[r {data_set: $data_set}]->(b)
WHERE [] + coalesce(r.origins, []) = [$origin]
RETURN coalesce(a.name, a.id) + ' – ' + coalesce(b.name, b.id) AS fact, type(r) AS kind, r.paraphrase AS says,
  [s IN sources WHERE s.id IN [] + coalesce(r.articles, []) | s.name] AS articles, r.id AS id
ORDER BY kind, id
