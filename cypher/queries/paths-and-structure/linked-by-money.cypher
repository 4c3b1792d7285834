// id: linked-by-money
// title: How two are linked by money
// question: By which chains of money are these two linked, from funder by deal to recipient, with what lies inside a deal or stands alongside it?
// how_to_read: Every chain is here, not the shortest alone. A part that lies inside a whole is the same money and not more of it; money alongside is somebody else's. That two stand in one chain does not say that one paid the other.
// view: network
// or_else: No money links them within so many steps; `linked-by-people`, `linked-by-place` and `connections` look further.
// asked_as:
//   - money chain from {from} to {to}
//   - how are {from} and {to} linked by money
//   - money flow from {from} to {to}
//   - does money of {from} reach {to}
//   - how does money get from {from} to {to}
//   - follow the money from {from} to {to}
//   - financial link between {from} and {to}
//   - is {from} paying {to}
//   - did {from} fund {to}
//   - how much did {from} give to {to}
//   - money from {from} to {to}
//   - what did {to} get from {from}
//   - "{from} money in {to}"
// parameters:
//   - name: from
//     type: node
//     meaning: one end
//     labels: [Agency, Company, Country, Project, Initiative, Deal, Person, "{{own_parties}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[:FUNDS|GOES_TO]-()
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - name: to
//     type: node
//     meaning: the other end
//     labels: [Company, Agency, Country, Project, Initiative, Deal, Person, "{{own_parties}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[:FUNDS|GOES_TO]-()
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - {name: hops, type: integer, meaning: the longest chain to look for, default: 4, at_least: 1, at_most: 5}
MATCH (a:{{from}} {id: $from, data_set: $data_set})
MATCH (b:{{to}} {id: $to, data_set: $data_set})
WHERE a.id <> b.id
MATCH p = (a)-[:FUNDS|GOES_TO|PART_OF|ALONGSIDE|SECURES*1..5]-(b)
WHERE length(p) <= $hops AND all(x IN nodes(p) WHERE size([y IN nodes(p) WHERE y.id = x.id]) = 1)
RETURN p
ORDER BY length(p), reduce(ids = '', r IN relationships(p) | ids + r.id)
LIMIT $most
