// id: on-a-day
// title: What held on a day
// question: Who held which office, stake, membership or listing on a day, and from when to when?
// view: table
// as_of: as_of
// reckons: periods
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
//   - {name: as_of, type: day, default: "", meaning: "the day, such as 2026-03-01"}
MATCH (:{{node}} {id: $node, data_set: $data_set})-[r:{{fact_types}}]-() // with node
WITH DISTINCT startNode(r) AS a, r, endNode(r) AS b // with node
MATCH (a:{{facts}} {data_set: $data_set})-[r:{{fact_types}}]->(b) // without node
WHERE r.data_set = $data_set
  AND (r.since IS NOT NULL OR r.until IS NOT NULL OR type(r) IN ['JOINS', 'LEADS', 'SERVES', 'OWNS', 'OPERATES', 'TARGETS'])
  AND type(r) <> 'EXTENDS'
OPTIONAL MATCH (b)<-[change:EXTENDS|SUPERSEDES|CANCELS]-()
WITH a, r, b, count(change) AS changes
WITH a, r, b, type(r) = 'PARTY_TO' AND changes > 0 AS is_changed
RETURN coalesce(a.name, a.id) AS who, replace(toLower(type(r)), '_', ' ') AS what, coalesce(b.name, b.id) AS of,
  replace(toString(r.role), '_', ' ') AS role, r.office AS office, r.share AS share, r.since AS since, r.until AS until,
  r.held_on AS held_on,
  CASE WHEN type(r) = 'TARGETS' THEN {since: r.since, not_before: a.since, gone: coalesce(r.until, a.until)}
    ELSE {since: r.since, told: r.held_on, until: coalesce(r.until, CASE
      WHEN type(r) IN ['OPERATES', 'OWNS'] OR (type(r) = 'PARTY_TO' AND NOT is_changed) THEN b.until END),
      is_open: type(r) = 'PARTY_TO' AND r.until IS NULL
        AND (is_changed OR coalesce(b.stage IN ['cancelled', 'withdrawn'], false))} END AS held_then,
  r.paraphrase AS says, r.articles AS articles, [] + coalesce(r.disputes, []) AS disputes, a.id AS who_id, b.id AS of_id
ORDER BY of, what, who, of_id, who_id, r.id
