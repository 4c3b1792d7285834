// id: linked-by-people
// title: How two are linked by people
// question: Through which people are these two linked, by offices, signatures, meetings and announcements?
// how_to_read: Every chain in which a person stands is here, not the shortest alone. To have been at one meeting is a weak tie, to have held an office a strong one; neither says that the two dealt with each other.
// view: network
// or_else: No person links them within so many steps; `linked-by-money`, `linked-by-place` and `connections` look further.
// asked_as:
//   - which people link {from} and {to}
//   - which people connect {from} and {to}
//   - people between {from} and {to}
//   - personal ties between {from} and {to}
//   - how are {from} and {to} linked by people
//   - who met whom between {from} and {to}
//   - persons tying {from} to {to}
//   - who from {from} met {to}
// parameters:
//   - name: from
//     type: node
//     meaning: one end
//     labels: [Company, Agency, Country, Person, Initiative, Deal, Event, "{{own_parties}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[:SERVES|WITNESSES|SIGNS|HOSTS|ATTENDS|ANNOUNCES|LEADS|JOINS|PARTY_TO]-()
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - name: to
//     type: node
//     meaning: the other end
//     labels: [Agency, Company, Country, Person, Initiative, Deal, Event, "{{own_parties}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[:SERVES|WITNESSES|SIGNS|HOSTS|ATTENDS|ANNOUNCES|LEADS|JOINS|PARTY_TO]-()
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - {name: hops, type: integer, meaning: the longest chain to look for, default: 3, at_least: 1, at_most: 4}
MATCH (a:{{from}} {id: $from, data_set: $data_set})
MATCH (b:{{to}} {id: $to, data_set: $data_set})
WHERE a.id <> b.id
MATCH p = (a)-[:SERVES|WITNESSES|SIGNS|HOSTS|ATTENDS|ANNOUNCES|LEADS|JOINS|PARTY_TO*1..4]-(b)
WHERE length(p) <= $hops AND any(x IN nodes(p) WHERE x:Person)
  AND all(x IN nodes(p) WHERE size([y IN nodes(p) WHERE y.id = x.id]) = 1)
RETURN p
ORDER BY length(p), reduce(ids = '', r IN relationships(p) | ids + r.id)
LIMIT $most
