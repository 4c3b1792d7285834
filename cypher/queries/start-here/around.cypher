// id: around
// title: Everything around one node
// question: What is this node connected with, in any way, and what do the sources say of it?
// view: network
// how_to_read: >-
//   Everything within one step, with what is said of it and the disputes; a thing with much around it is not more
//   important by that, only more written about.
// asked_as:
//   - everything around {node}
//   - all about {node}
//   - tell me about {node}
//   - everything you have on {node}
//   - what is {node} connected with
//   - what do you know about {node}
//   - overview of {node}
//   - who is {node}
//   - profile of {node}
//   - background on {node}
//   - what is {node}
// parameters:
//   - name: node
//     type: node
//     meaning: the node in the middle
//     labels: [Country, Agency, Company, Initiative, Deal, Measure, Person, Project, Mineral, Place, Event, "{{own}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[r]-()
//       WHERE r.data_set = $data_set
//       RETURN n.id AS id, coalesce(n.name, n.id) AS name, count(*) AS rows
//       ORDER BY name, id
MATCH (n:{{node}} {id: $node, data_set: $data_set})
OPTIONAL MATCH (n)-[r]-(m)
WHERE r.data_set = $data_set
RETURN n, r, m
ORDER BY r.id
