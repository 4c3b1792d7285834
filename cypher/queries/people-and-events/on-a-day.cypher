// id: on-a-day
// title: What held on a day
// question: Who held which office, stake, membership or listing on a day, and from when to when?
// view: table
// how_to_read: >-
//   `held_then` says yes, or not certain where the dates are too rough or only one day is told on which it was held.
//   A stake or office without dates is not certain on any day.
// as_of: as_of
// reckons: periods
// or_else: Nothing of it is told to have held on that day; without a day all is shown, what has ended among it.
// asked_as:
//   - who held which office on {as_of}
//   - who was in office on {as_of}
//   - offices and memberships of {node}
//   - what held on {as_of}
//   - who held office in {node} on {as_of}
//   - which stakes and memberships held on {as_of}
//   - who serves {node}
//   - members of {node}
//   - who is a member of {node}
//   - who heads {node}
//   - who are the officials of {node}
//   - who chairs {node}
//   - who works for {node}
// parameters:
//   - name: node
//     type: node
//     default: ""
//     meaning: whose offices, stakes, memberships and listings, or who holds them
//     labels: [Country, Agency, Company, Person, Initiative, Project, Measure, Deal, Mineral, "{{own}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[r:{{fact_types}}]-()
//       WHERE r.data_set = $data_set AND (r.since IS NOT NULL OR r.until IS NOT NULL)
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - {name: agencies, type: yes_no, default: "no", meaning: "of a country, with its agencies"}
//   - {name: companies, type: yes_no, default: "no", meaning: "of a country, with companies that are in it"}
//   - {name: as_of, type: day, default: "", meaning: "the day, such as 2026-03-01"}
MATCH (n:{{node}} {id: $node, data_set: $data_set}) // with node
WITH n, [n] AS found // with node
{{agencies of n}} // with node with agencies
{{companies in n}} // with node with companies
UNWIND found AS y // with node
MATCH (y)-[r:{{fact_types}}]-() // with node
WITH DISTINCT startNode(r) AS a, r, endNode(r) AS b // with node
MATCH (a:{{facts}} {data_set: $data_set})-[r:{{fact_types}}]->(b) // without node
WHERE r.data_set = $data_set
  AND (r.since IS NOT NULL OR r.until IS NOT NULL OR type(r) IN ['JOINS', 'LEADS', 'SERVES', 'OWNS', 'OPERATES', 'TARGETS'])
  AND type(r) <> 'EXTENDS'
OPTIONAL MATCH (b)<-[:ABOUT]-(c:Claim)
WHERE type(r) = 'PARTY_TO' AND c.topic = 'stage'
WITH a, r, b, collect(c) AS steps
OPTIONAL MATCH (b)<-[e:EXTENDS]-(more)
WHERE type(r) = 'PARTY_TO' AND NOT coalesce(more.stage IN ['cancelled', 'withdrawn'], false)
OPTIONAL MATCH (more)<-[off:SUPERSEDES|CANCELS]-()
WITH a, r, b, steps, CASE WHEN off IS NULL THEN coalesce(e.until, more.until) END AS new_end
WITH a, r, b, steps, collect(new_end) AS extended
OPTIONAL MATCH (b)<-[s:SUPERSEDES|CANCELS]-(x)
WHERE type(r) = 'PARTY_TO'
WITH a, r, b, steps, extended, collect(CASE WHEN s IS NOT NULL THEN {by: x.id, date: s.date} END) AS ends
RETURN coalesce(a.name, a.id) AS who, replace(toLower(type(r)), '_', ' ') AS what, coalesce(b.name, b.id) AS of,
  replace(toString(r.role), '_', ' ') AS role, r.office AS office, r.share AS share, r.since AS since, r.until AS until,
  r.held_on AS held_on,
  CASE type(r)
    WHEN 'TARGETS' THEN {since: r.since, not_before: a.since, gone: coalesce(r.until, a.until)}
    WHEN 'PARTY_TO' THEN {since: r.since, told: r.held_on, until: r.until, paper: b, steps: steps, extended: extended, ends: ends}
    ELSE {since: r.since, told: r.held_on,
      until: coalesce(r.until, CASE WHEN type(r) IN ['OPERATES', 'OWNS'] THEN b.until END)} END AS held_then,
  r.paraphrase AS says, r.articles AS articles, [] + coalesce(r.disputes, []) AS disputes, a.id AS who_id, b.id AS of_id
ORDER BY of, what, who, of_id, who_id, r.id
