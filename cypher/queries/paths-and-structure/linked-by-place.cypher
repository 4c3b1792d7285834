// id: linked-by-place
// title: How two are linked by a place
// question: Which places have something of both of these, they themselves or deals of theirs, and the smallest such place by each way?
// how_to_read: A place links them where both are told to be in it, or deals that they fund, get or are a party to are, or where places of both lie in it. The smallest place that both ways share stands here, and no larger one beside it. To be in one state or country is a weak tie.
// view: network
// or_else: No place is told to have something of both; `linked-by-money`, `linked-by-people` and `connections-in-any-way` look further.
// asked_as:
//   - which places link {from} and {to}
//   - how are {from} and {to} linked by a place
//   - are {from} and {to} in the same place
//   - what place do {from} and {to} share
//   - common location of {from} and {to}
//   - where do {from} and {to} meet geographically
//   - same state or country as {from} and {to}
// parameters:
//   - name: from
//     type: node
//     meaning: one of the two
//     labels: [Company, Project, Agency, Initiative, Deal, Event, "{{own_parties}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[:GOES_TO|FUNDS|PARTY_TO*0..1]-()-[:LOCATED_IN]->()
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - name: to
//     type: node
//     meaning: the other
//     labels: [Company, Project, Agency, Initiative, Deal, Event, "{{own_parties}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[:GOES_TO|FUNDS|PARTY_TO*0..1]-()-[:LOCATED_IN]->()
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
MATCH (a:{{from}} {id: $from, data_set: $data_set})
MATCH (b:{{to}} {id: $to, data_set: $data_set})
WHERE a.id <> b.id
MATCH one = (a)-[:GOES_TO|FUNDS|PARTY_TO*0..1]-(x)-[:LOCATED_IN]->()-[:LIES_IN*0..6]->(shared)
MATCH other = (b)-[:GOES_TO|FUNDS|PARTY_TO*0..1]-(y)-[:LOCATED_IN]->()-[:LIES_IN*0..6]->(shared)
WHERE x.id <> y.id AND last(relationships(one)).id <> last(relationships(other)).id
RETURN one, other
ORDER BY shared.id, reduce(ids = '', r IN relationships(one) + relationships(other) | ids + r.id)
LIMIT $most
