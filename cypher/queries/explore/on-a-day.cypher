// id: on-a-day
// title: What held on a day
// question: Who held which office, stake, membership or listing on a day, and from when to when?
// view: table
// or_else: Nothing of it is told to have held on that day; without a day all is shown, what has ended among it.
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
OPTIONAL MATCH (n)<-[:AGENCY_OF*1..3]-(x:Agency) // with node with agencies
WITH n, found, collect(DISTINCT x) AS more // with node with agencies
WITH n, found + more AS found // with node with agencies
OPTIONAL MATCH (n)<-[:LIES_IN*0..6]-()<-[:LOCATED_IN]-(x:Company) // with node with companies
WITH n, found, collect(DISTINCT x) AS more // with node with companies
WITH n, found + more AS found // with node with companies
UNWIND found AS y // with node
MATCH (y)-[r:{{fact_types}}]-() // with node
WITH DISTINCT startNode(r) AS a, r, endNode(r) AS b // with node
MATCH (a:{{facts}} {data_set: $data_set})-[r:{{fact_types}}]->(b) // without node
WHERE r.data_set = $data_set
  AND (r.since IS NOT NULL OR r.until IS NOT NULL OR type(r) IN ['JOINS', 'LEADS', 'SERVES', 'OWNS', 'OPERATES', 'TARGETS'])
  AND type(r) <> 'EXTENDS'
OPTIONAL MATCH (b)<-[change:EXTENDS|SUPERSEDES|CANCELS]-()
WITH a, r, b, count(change) AS changes
WITH a, r, b, type(r) = 'PARTY_TO' AND changes > 0 AS is_changed
WITH a, r, b, is_changed,
  toString(head([] + coalesce(r.since, CASE WHEN type(r) = 'TARGETS' THEN a.since END, []))) AS begins,
  toString(head([] + coalesce(r.until, CASE type(r) WHEN 'TARGETS' THEN a.until WHEN 'OPERATES' THEN b.until
    WHEN 'OWNS' THEN b.until WHEN 'PARTY_TO' THEN CASE WHEN is_changed THEN null ELSE b.until END END, []))) AS ends,
  type(r) = 'PARTY_TO' AND r.until IS NULL
    AND (is_changed OR coalesce(b.stage IN ['cancelled', 'withdrawn'], false)) AS is_off,
  last(split(toString(head([] + coalesce(r.held_on, []))), '/')) AS seen
WITH a, r, b, ends, seen, is_off, last(split(begins, '/')) AS begun, last(split(ends, '/')) AS ended
WITH a, r, b, begun, ended, is_off,
  coalesce(begun > $as_of, false) AS is_early,
  coalesce(ended < $as_of AND NOT $as_of STARTS WITH ended, false)
    OR (type(r) = 'TARGETS' AND coalesce(ended = $as_of, false)) AS is_late,
  (begun IS NULL AND NOT coalesce(seen = $as_of OR (seen < $as_of AND NOT $as_of STARTS WITH seen), false))
    OR coalesce(size(begun) < 10 AND $as_of STARTS WITH begun, false) AS may_be_early,
  coalesce(ends CONTAINS '/' OR $as_of STARTS WITH ended, false) AS may_be_late
WHERE $as_of = '' OR NOT (is_early OR is_late)
RETURN coalesce(a.name, a.id) AS who, replace(toLower(type(r)), '_', ' ') AS what, coalesce(b.name, b.id) AS of,
  replace(toString(r.role), '_', ' ') AS role, r.office AS office, r.share AS share, r.since AS since, r.until AS until,
  r.held_on AS held_on,
  CASE WHEN $as_of = '' THEN null WHEN may_be_early OR may_be_late OR is_off THEN 'not certain' ELSE 'yes' END AS held_then,
  r.paraphrase AS says, r.articles AS articles, [] + coalesce(r.disputes, []) AS disputes, a.id AS who_id, b.id AS of_id
ORDER BY of, what, who, coalesce(begun, ''), r.id
