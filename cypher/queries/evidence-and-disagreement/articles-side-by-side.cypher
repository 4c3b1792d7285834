// id: articles-side-by-side
// title: The articles side by side on one thing
// question: What does each article say of this, what do the others that speak of it leave out, and where do their readings part?
// how_to_read: A row is one statement, with the articles that make it and those that speak of the thing and are silent here. Silence is no denial. Two articles may repeat one document, so they need not confirm one another, see `one-origin`. Readings of one dispute stand below one another; `rank` says which is preferred.
// view: table
// asked_as:
//   - the articles side by side on {node}
//   - compare what the articles say about {node}
//   - how does each article report {node}
//   - what does each article say of {node}
//   - comparison of coverage of {node}
//   - how do the reports differ on {node}
//   - differences between articles about {node}
//   - how do the articles describe {node}
//   - how do the articles cover {node}
//   - compare articles on {node}
// parameters:
//   - name: node
//     type: node
//     meaning: the thing spoken of
//     labels: [Event, Deal, Initiative, Country, Agency, Company, Person, Project, Mineral, Place, Measure, "{{own}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})
//       WHERE size([] + coalesce(n.articles, [])) > 0
//       RETURN n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
MATCH (n:{{node}} {id: $node, data_set: $data_set})
OPTIONAL MATCH (n)-[r:{{fact_types}}]-()
WHERE r.data_set = $data_set
WITH n, collect(DISTINCT r) AS ties
OPTIONAL MATCH (n)<-[:ABOUT]-(c:Claim)
OPTIONAL MATCH (c)-[:READING_OF]->(d:Dispute)
WITH n, ties, c, d
OPTIONAL MATCH (c)-[:SAID_BY]->(x)
WITH n, ties, c, d, coalesce(x.name, x.id) AS speaker
ORDER BY speaker
WITH n, ties, c, d, collect(DISTINCT speaker) AS said_by
WITH n, ties, collect(CASE WHEN c IS NOT NULL THEN
  {place: CASE c.topic WHEN 'reading' THEN 3 ELSE 2 END, about: c.topic, says: c.paraphrase, articles: [] + coalesce(c.articles, []),
   said_by: said_by, question: coalesce(d.name, d.id), rank: CASE WHEN d IS NOT NULL THEN c.rank END, id: c.id} END) AS claims
WITH [{place: 0, about: 'itself', says: n.paraphrase, articles: [] + coalesce(n.articles, []), said_by: [], question: null,
    rank: null, id: n.id}]
  + [r IN ties | {place: 1, about: replace(toLower(type(r)), '_', ' '), says: r.paraphrase, articles: [] + coalesce(r.articles, []),
    said_by: [], question: null, rank: null, id: r.id}] + claims AS told
WITH told, reduce(found = [], t IN told | found + t.articles) AS speaking
UNWIND CASE WHEN size(speaking) = 0 THEN [null] ELSE speaking END AS article
WITH DISTINCT told, article
OPTIONAL MATCH (s:Source {id: article, data_set: $data_set})
WITH told, s
ORDER BY coalesce(s.name, s.id), s.id
WITH told, collect(CASE WHEN s IS NOT NULL THEN {id: s.id, name: coalesce(s.name, s.id)} END) AS sources
UNWIND told AS t
RETURN t.about AS about, t.says AS says, [s IN sources WHERE s.id IN t.articles | s.name] AS said_in,
  [s IN sources WHERE NOT s.id IN t.articles | s.name] AS silent, t.said_by AS said_by, t.question AS question,
  t.rank AS rank, t.id AS id
ORDER BY t.place, about, id
