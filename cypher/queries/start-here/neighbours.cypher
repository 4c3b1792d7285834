// id: neighbours
// title: Direct neighbours
// question: Which parties, deals, initiatives, events, places and minerals does this node touch?
// view: network
// how_to_read: >-
//   One step in every direction, without what is said and disputed, which `around` has.
// asked_as:
//   - direct neighbours of {node}
//   - what does {node} touch
//   - what is directly tied to {node}
//   - what can i ask about {node}
//   - who works directly with {node}
// parameters:
//   - name: node
//     type: node
//     meaning: the node in the middle
//     labels: [Country, Agency, Company, Initiative, Deal, Measure, Person, Project, Mineral, Place, Event, "{{own}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[r]-(m)
//       WHERE r.data_set = $data_set AND NOT m:Claim AND NOT m:Dispute AND NOT m:Passage AND NOT m:Source
//       RETURN n.id AS id, coalesce(n.name, n.id) AS name, count(*) AS rows
//       ORDER BY name, id
MATCH (n:{{node}} {id: $node, data_set: $data_set})
OPTIONAL MATCH (n)-[r]-(m)
WHERE r.data_set = $data_set AND NOT m:Claim AND NOT m:Dispute AND NOT m:Passage AND NOT m:Source
RETURN n, r, m
ORDER BY r.id
