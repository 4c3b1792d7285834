// id: sources
// title: Sources and what they repeat
// question: Which articles are there, from whom and when, and whose words do they repeat?
// view: table
// how_to_read: >-
//   `repeats` counts passages by whose words they are. A document that is only quoted was not seen by us; that two
//   articles share an origin may be our own inference, see the record of each passage.
// asked_as:
//   - which articles are there
//   - list of sources
//   - which sources do you use
//   - who copies whom
//   - whose words do the articles repeat
//   - which articles repeat another
//   - where does this come from
//   - sources and what they repeat
//   - which newspapers
//   - who published the articles and when
//   - what articles are these records based on
MATCH (p:Passage {data_set: $data_set})-[:FROM_SOURCE]->(s:Source)
MATCH (p)-[:REPEATS]->(o:Source)
WITH s, o, count(DISTINCT p) AS passages
ORDER BY coalesce(o.name, o.id)
RETURN coalesce(s.name, s.id) AS article, s.publisher AS publisher, s.credit AS credits, s.date AS date,
       collect(coalesce(o.name, o.id) + ' (' + toString(passages) + ')') AS repeats
ORDER BY article
