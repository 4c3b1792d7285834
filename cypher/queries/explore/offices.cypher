// id: offices
// title: Offices, and who held them
// question: Who serves whom in which office, from when to when, and who did on a day?
// view: network
// as_of: as_of
// or_else: No office is told of it in the records, or none that was held on that day; the saved query `around` shows all else that is told of it.
// parameters:
//   - name: node
//     type: node
//     default: ""
//     meaning: who holds offices, or whose they are
//     labels: [Person, Agency, Company, Country, "{{own}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[r:SERVES]-()
//       WHERE r.data_set = $data_set
//       RETURN n.id AS id, coalesce(n.name, n.id) AS name, count(*) AS rows
//       ORDER BY name, id
//   - {name: as_of, type: day, default: "", meaning: "as of the day"}
MATCH (p)-[r:SERVES]->(x)
WHERE r.data_set = $data_set AND ($node = '' OR p.id = $node OR x.id = $node)
RETURN p, r, x
ORDER BY p.id, x.id, r.since, r.id
