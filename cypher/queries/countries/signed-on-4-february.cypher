// id: signed-on-4-february
// title: Who signed on 4 February, by which source
// question: Which countries signed a framework or memorandum with the United States at the ministerial, and which articles name them?
// view: table
// how_to_read: >-
//   `origins` counts the independent documents behind a name, not the articles: five articles that repeat one list
//   are one. A country that a list leaves out is not denied to have signed.
// data_set: critical-minerals-2026
// asked_as:
//   - who signed on 4 february
//   - which countries signed a framework
//   - which countries signed frameworks on 4 february
//   - who signed a framework or memorandum with the united states
//   - signatories of 4 february
//   - countries that signed at the ministerial
//   - list of signatories
//   - who signed at the ministerial
//   - which countries signed
//   - signed on february 4
MATCH (e:Event {id: 'event/critical-minerals-ministerial', data_set: $data_set})<-[:HAPPENS_AT]-(d:Deal)
MATCH (d)<-[r:PARTY_TO {role: 'signatory'}]-(c:Country)
WHERE c.id <> 'country/US'
UNWIND [] + coalesce(r.evidence, []) AS cited
MATCH (p:Passage {id: cited, data_set: $data_set})-[:FROM_SOURCE]->(s:Source)
WITH c, r, d, s
ORDER BY coalesce(s.name, s.id)
WITH c, r, d, collect(DISTINCT coalesce(s.name, s.id)) AS named_by
OPTIONAL MATCH (q:Dispute {data_set: $data_set})
WHERE q.id IN [] + coalesce(r.disputes, []) + coalesce(d.disputes, [])
WITH c, r, d, named_by, coalesce(q.name, q.id) AS question
ORDER BY question
RETURN coalesce(c.name, c.id) AS country, coalesce(d.name, d.id) AS deal, d.date AS date, named_by,
       size([] + coalesce(r.origins, [])) AS origins, collect(question) AS disputes
ORDER BY country
