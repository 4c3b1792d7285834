// id: sources
// title: Sources and what they repeat
// question: Which articles are there, from whom and when, and whose words do they repeat?
// view: table
MATCH (p:Passage {data_set: $data_set})-[:FROM_SOURCE]->(s:Source)
MATCH (p)-[:REPEATS]->(o:Source)
WITH s, o, count(DISTINCT p) AS passages
ORDER BY o.name
RETURN s.name AS article, s.publisher AS publisher, s.credit AS credits, s.date AS date,
       collect(o.name + ' (' + toString(passages) + ')') AS repeats
ORDER BY article
