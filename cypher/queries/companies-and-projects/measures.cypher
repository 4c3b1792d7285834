// id: measures
// title: Measures against, and who is listed
// question: Who or what is under which measure, imposed by whom, from when to when, and who is listed on a day?
// view: table
// how_to_read: >-
//   A row is a listing, from its day to that of the delisting. `listed_then` says whether it held on the day that was
//   asked for; not certain where its dates are too rough. What is lawful to deal in is not told here.
// as_of: as_of
// reckons: periods
// or_else: No measure is told of it, or none on that day; without a day every listing is shown, those that ended among them.
// asked_as:
//   - sanctions
//   - measures against {node}
//   - sanctions against {node}
//   - who is listed
//   - who is sanctioned
//   - is {node} under sanctions
//   - export restrictions on {node}
//   - who is listed on {as_of}
//   - export controls
//   - tariffs on {node}
//   - which measures does {node} impose
//   - blacklisted
//   - embargo on {node}
// parameters:
//   - name: node
//     type: node
//     default: ""
//     meaning: who is listed or lists, the measure, or the mineral that it covers
//     labels: [Country, Agency, Company, Person, Project, Mineral, Measure]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[r:IMPOSES|TARGETS|COVERS]-(m)
//       WHERE r.data_set = $data_set AND (n:Measure OR m:Measure)
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - {name: kinds, type: yes_no, default: "yes", meaning: "of a mineral, with its kinds"}
//   - {name: agencies, type: yes_no, default: "no", meaning: "of a country, with its agencies"}
//   - {name: companies, type: yes_no, default: "no", meaning: "of a country, with companies that are in it"}
//   - {name: as_of, type: day, default: "", meaning: "the day on which it is listed, such as 2026-03-01"}
MATCH (n:{{node}} {id: $node, data_set: $data_set}) // with node
WITH n, [n] AS found // with node
{{kinds of n}} // with node with kinds
{{agencies of n}} // with node with agencies
{{companies in n}} // with node with companies
UNWIND found AS y // with node
MATCH (y)-[:TARGETS|IMPOSES|COVERS*0..1]-(m:Measure) // with node
WITH m, collect(DISTINCT y.id) AS asked // with node
MATCH (m:Measure {data_set: $data_set}) // without node
WITH m, [] AS asked // without node
OPTIONAL MATCH (m)<-[:IMPOSES]-(a)
WITH m, asked, a.id AS imposer, coalesce(a.name, a.id) AS whom
ORDER BY whom, imposer
WITH m, asked, collect(DISTINCT whom) AS by_whom, collect(imposer) AS imposers
OPTIONAL MATCH (m)-[:COVERS]->(c)
WITH m, asked, by_whom, imposers, c.id AS mineral, coalesce(c.name, c.id) AS called
ORDER BY called, mineral
WITH m, asked, by_whom, imposers, collect(DISTINCT called) AS covers, collect(mineral) AS covered
OPTIONAL MATCH (m)-[t:TARGETS]->(x)
WITH m, asked, by_whom, imposers, covers, covered, t, x
WHERE $node = '' OR any(one IN asked WHERE one = m.id OR one IN imposers OR one IN covered) OR x.id IN asked
RETURN coalesce(x.name, x.id) AS target, coalesce(m.name, m.id) AS measure, replace(toString(m.kind), '_', ' ') AS kind, by_whom, covers,
  CASE WHEN t IS NULL THEN m.since ELSE t.since END AS listed, CASE WHEN t IS NULL THEN m.until ELSE t.until END AS delisted,
  CASE WHEN t IS NULL THEN {since: m.since, gone: m.until}
    ELSE {since: t.since, not_before: m.since, gone: coalesce(t.until, m.until)} END AS listed_then,
  t.ended_by AS ended_by, t.ended_because AS ended_because, t.grounds AS grounds,
  coalesce(t.reference, m.reference) AS reference, m.since AS measure_since, m.until AS measure_until,
  coalesce(t.paraphrase, m.paraphrase) AS says, coalesce(t.evidence, m.evidence) AS evidence,
  [] + coalesce(t.disputes, []) + coalesce(m.disputes, []) AS disputes,
  x.id AS target_id, m.id AS measure_id
ORDER BY measure, target, measure_id, target_id, t.id
