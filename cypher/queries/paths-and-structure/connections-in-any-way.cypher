// id: connections-in-any-way
// title: How two nodes are connected, by places, minerals and events too
// question: By which shortest chains of any facts are these two connected, shared places, minerals and events among them?
// view: network
// how_to_read: >-
//   To share a place, a mineral or an event is no dealing with one another: read each step of a chain. Only the
//   shortest chains are shown; a longer one may say more.
// walks: true
// or_else: Nothing joins them within so many steps; raise `hops`, up to 8, or look at `around` of each.
// asked_as:
//   - how are {from} and {to} connected in any way
//   - connection of {from} and {to} by places, minerals and events too
//   - any link at all between {from} and {to}
//   - are {from} and {to} connected by a shared mineral or event
//   - any connection whatsoever between {from} and {to}
//   - what have {from} and {to} in common
// parameters:
//   - {name: from, type: node, meaning: one end, labels: [Country, Agency, Company, Initiative, Deal, Measure, Person, Project, Mineral, Place, Event, "{{own}}"]}
//   - {name: to, type: node, meaning: the other end, labels: [Country, Agency, Company, Initiative, Deal, Measure, Person, Project, Mineral, Place, Event, "{{own}}"]}
//   - {name: hops, type: integer, meaning: the longest chain to look for, default: 6, at_least: 1, at_most: 8}
MATCH (a:{{from}} {id: $from, data_set: $data_set})
MATCH (b:{{to}} {id: $to, data_set: $data_set})
WHERE a.id <> b.id
MATCH p = allShortestPaths((a)-[:{{fact_types}}*..8]-(b))
WHERE length(p) <= $hops
RETURN p
ORDER BY length(p), reduce(ids = '', r IN relationships(p) | ids + r.id)
LIMIT 50
