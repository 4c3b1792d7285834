// id: connections
// title: How two nodes are connected
// question: By which shortest chains of deals, offices, initiatives and money are these two connected?
// view: network
// how_to_read: >-
//   A chain says that each step is told, not that its ends know of one another. Only the shortest are shown, and the
//   steps of one may come from different articles.
// walks: true
// or_else: The saved query `connections-in-any-way`, with the same values, follows places, minerals and events too; raise `hops`, up to 8, for longer chains.
// asked_as:
//   - how is {from} connected with {to}
//   - connection between {from} and {to}
//   - how are {from} and {to} connected
//   - link between {from} and {to}
//   - what ties {from} to {to}
//   - path from {from} to {to}
//   - relationship between {from} and {to}
//   - what does {from} have to do with {to}
//   - how does {from} relate to {to}
//   - "{from} and {to}"
//   - shortest path between {from} and {to}
// parameters:
//   - name: from
//     type: node
//     meaning: one end
//     labels: [Country, Agency, Company, Initiative, Deal, Person, Project, "{{own}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[:{{walkable}}]-()
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - name: to
//     type: node
//     meaning: the other end
//     labels: [Country, Agency, Company, Initiative, Deal, Person, Project, "{{own}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[:{{walkable}}]-()
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - {name: hops, type: integer, meaning: the longest chain to look for, default: 6, at_least: 1, at_most: 8}
MATCH (a:{{from}} {id: $from, data_set: $data_set})
MATCH (b:{{to}} {id: $to, data_set: $data_set})
WHERE a.id <> b.id
MATCH p = allShortestPaths((a)-[:{{walkable}}*..8]-(b))
WHERE length(p) <= $hops
RETURN p
ORDER BY length(p), reduce(ids = '', r IN relationships(p) | ids + r.id)
LIMIT 50
