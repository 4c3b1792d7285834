// id: what-is-said
// title: What the sources say of a node
// question: Which purposes, plans, weights and descriptions do the sources give, and who says so?
// view: table
// how_to_read: >-
//   These are words of the sources, retold: purposes, plans and praise, not facts that we found. `said_by` is who is
//   quoted; without one it is the article's own voice. `rank` is that of a reading of a dispute; nothing else has one.
// asked_as:
//   - what do the sources say of {node}
//   - what is said about {node}
//   - purpose of {node}
//   - what is {node} for
//   - how is {node} described
//   - what is the aim of {node}
//   - why {node}
//   - quotes about {node}
//   - claims about {node}
//   - what is {node} meant to do
//   - goal of {node}
//   - plans and purposes of {node}
// parameters:
//   - name: node
//     type: node
//     meaning: the node spoken of
//     labels: [Initiative, Deal, Measure, Country, Agency, Company, Event, Mineral, Person, "{{own}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})<-[:ABOUT]-(c:Claim)
//       WHERE coalesce(c.topic, '') <> 'stage'
//       OPTIONAL MATCH (c)-[:SAID_BY]->()
//       RETURN n.id AS id, coalesce(n.name, n.id) AS name, count(*) AS rows
//       ORDER BY name, id
MATCH (n:{{node}} {id: $node, data_set: $data_set})<-[:ABOUT]-(c:Claim)
WHERE coalesce(c.topic, '') <> 'stage'
OPTIONAL MATCH (c)-[:RESTS_ON]->(p:Passage)-[:FROM_SOURCE]->(a:Source)
WITH c, coalesce(a.name, a.id) AS article
ORDER BY article
WITH c, collect(DISTINCT article) AS articles
OPTIONAL MATCH (c)-[:SAID_BY]->(s)
RETURN c.topic AS topic, c.paraphrase AS says, coalesce(s.name, s.id) AS said_by, articles,
  CASE WHEN c.topic = 'reading' THEN c.rank END AS rank, c.id AS claim_id
ORDER BY topic, claim_id, said_by
