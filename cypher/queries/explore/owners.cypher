// id: owners
// title: Owners, and what they own
// question: Who owns it, directly and by others, and what does it own?
// view: network
// or_else: No owner and no stake of it is told in the records; the saved query `around` shows all else that is told of it.
// parameters:
//   - name: node
//     type: node
//     meaning: whose owners and stakes are asked for
//     labels: [Company, Project, Country, Agency, Person, "{{own}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[r:OWNS]-()
//       WHERE r.data_set = $data_set
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
MATCH (a:{{node}} {id: $node, data_set: $data_set})
RETURN a, null AS r, null AS b
UNION ALL
MATCH (:{{node}} {id: $node, data_set: $data_set})<-[:OWNS*0..5]-(b)<-[r:OWNS]-(a)
WHERE r.data_set = $data_set
RETURN DISTINCT a, r, b
ORDER BY r.id
LIMIT $most
UNION ALL
MATCH (:{{node}} {id: $node, data_set: $data_set})-[:OWNS*0..5]->(a)-[r:OWNS]->(b)
WHERE r.data_set = $data_set
RETURN DISTINCT a, r, b
ORDER BY r.id
LIMIT $most
