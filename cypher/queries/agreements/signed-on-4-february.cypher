// id: signed-on-4-february
// title: Who signed on 4 February, by which source
// question: Which countries signed a framework or memorandum with the United States at the ministerial, and which articles name them?
// view: table
// data_set: critical-minerals-2026
MATCH (c:Country {data_set: $data_set})-[r:PARTY_TO {role: 'signatory'}]->(d:Deal)-[:HAPPENS_AT]->(e:Event)
WHERE c.id <> 'country/US' AND e.id = 'event/critical-minerals-ministerial'
UNWIND r.evidence AS cited
MATCH (p:Passage {id: cited, data_set: $data_set})-[:FROM_SOURCE]->(s:Source)
WITH c, r, d, s
ORDER BY s.name
RETURN c.name AS country, d.name AS deal, d.date AS date, collect(DISTINCT s.name) AS named_by,
       size([] + coalesce(r.origins, [])) AS origins, coalesce(r.disputes, d.disputes, []) AS disputes
ORDER BY country
