// id: dealt-and-not-there
// title: Who has deals and was not there
// question: Which countries, agencies and companies have deals and are not told to have been at this event, and did anybody of theirs come?
// view: table
// how_to_read: >-
//   Not told is not absent: a source that lists participants may leave some out, and companies are seldom listed. A
//   country counts as having a deal where one is placed in it or in a place of it. `represented_by` are people who serve
//   it by the records and were there; somebody of it may have come in another's name.
// or_else: Everybody who has deals in these records is told to have been there.
// asked_as:
//   - who has deals and was not there
//   - who has deals but did not come to {event}
//   - who was absent from {event}
//   - who was missing at {event}
//   - who did not attend {event}
//   - who stayed away from {event} though they have deals
//   - absentees of {event}
//   - not at {event} but has deals
//   - who skipped {event}
// parameters:
//   - name: event
//     type: node
//     meaning: the event
//     labels: [Event]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})<-[r:ATTENDS|HOSTS]-()
//       WHERE r.data_set = $data_set
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
MATCH (e:Event {id: $event, data_set: $data_set})
OPTIONAL MATCH (e)<-[:ATTENDS|HOSTS]-(there)
WITH collect(there.id) AS present
MATCH (d:Deal {data_set: $data_set})-[:FUNDS|GOES_TO|PARTY_TO|LOCATED_IN]-(y)-[:LIES_IN*0..6]->(x:{{parties}})
WHERE NOT x.id IN present
WITH DISTINCT present, x, d
ORDER BY coalesce(d.name, d.id), d.id
WITH present, x, collect(coalesce(d.name, d.id)) AS deals
OPTIONAL MATCH (x)<-[:SERVES]-(p:Person)
WHERE p.id IN present
WITH x, deals, coalesce(p.name, p.id) AS person
ORDER BY person
WITH x, deals, collect(DISTINCT person) AS represented_by
RETURN coalesce(x.name, x.id) AS who,
  coalesce(head([l IN labels(x) WHERE toLower(l) = split(x.id, '/')[0]]), labels(x)[0]) AS kind, deals, represented_by,
  x.paraphrase AS says, x.articles AS articles, [] + coalesce(x.disputes, []) AS disputes, x.id AS who_id
ORDER BY kind, who, who_id
