// id: owners
// title: Owners, and what they own
// question: Who owns it, directly and by others, what does it own, and what held on a day?
// view: network
// how_to_read: >-
//   Shares are as told and never added to one another; `effective_share` multiplies along chains, and says where one
//   of them has no share that is told. An owner who is missing here may only not be mentioned.
// as_of: as_of
// stakes_of: node
// or_else: No owner and no stake of it is told in the records, or none that held on that day; the saved query `around` shows all else that is told of it.
// asked_as:
//   - who owns {node}
//   - owners of {node}
//   - what does {node} own
//   - shareholders of {node}
//   - ownership of {node}
//   - stakes of {node}
//   - parent company of {node}
//   - who holds shares in {node}
//   - subsidiaries of {node}
//   - which stakes does {node} hold
//   - who controls {node}
//   - who is behind {node}
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
//   - {name: as_of, type: day, default: "", meaning: "as of the day"}
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
