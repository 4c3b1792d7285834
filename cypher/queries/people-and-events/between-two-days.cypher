// id: between-two-days
// title: What happened between two days
// question: What was signed, announced, held, listed, begun or ended between these two days, and what may have been?
// how_to_read: "`within` is yes for what fell between the days on every reading of its date; not certain is a window or a month that reaches beyond them, such as letters issued over a year. A row is a date of one thing or relationship; several may be of one event. What has no date at all is not here; `what-is-missing` has such deals and events."
// view: table
// other_views: [timeline]
// between: days
// reckons: days
// or_else: Nothing is told to have fallen there; `on-a-day` has what held then, and `what-is-missing` deals and events without a date.
// parameters:
//   - {name: days, type: days, meaning: "the first and the last day, such as 2026-02-01/2026-02-28, or a month"}
MATCH (n:{{facts}} {data_set: $data_set})
UNWIND ['date', 'since', 'until'] AS told
WITH n, told, CASE told WHEN 'date' THEN n.date WHEN 'since' THEN n.since ELSE n.until END AS date
WHERE date IS NOT NULL
RETURN date, null AS within,
  split(n.id, '/')[0] + CASE told WHEN 'date' THEN '' WHEN 'since' THEN ' begins' ELSE ' ends' END AS what,
  coalesce(n.name, n.id) AS name, n.date_of AS date_of, n.paraphrase AS says, n.articles AS articles,
  [] + coalesce(n.disputes, []) AS disputes, n.id AS id
ORDER BY name, id, what
UNION ALL
MATCH (n:Source {data_set: $data_set})
WHERE n.date IS NOT NULL
RETURN n.date AS date, null AS within, coalesce(n.kind, 'source') AS what, coalesce(n.name, n.id) AS name,
  n.date_of AS date_of, n.paraphrase AS says, n.articles AS articles, [] + coalesce(n.disputes, []) AS disputes, n.id AS id
ORDER BY name, id
UNION ALL
MATCH (a:{{facts}} {data_set: $data_set})-[r:{{fact_types}}]->(b)
WHERE r.data_set = $data_set AND (r.date IS NOT NULL OR r.since IS NOT NULL OR r.until IS NOT NULL)
UNWIND ['date', 'since', 'until'] AS told
WITH a, r, b, told, CASE told WHEN 'date' THEN r.date WHEN 'since' THEN r.since ELSE r.until END AS date
WHERE date IS NOT NULL
RETURN date, null AS within, replace(toLower(type(r)), '_', ' ')
    + CASE told WHEN 'date' THEN '' WHEN 'since' THEN ' begins' ELSE ' ends' END AS what,
  coalesce(a.name, a.id) + ' – ' + coalesce(b.name, b.id) AS name, r.date_of AS date_of, r.paraphrase AS says,
  r.articles AS articles, [] + coalesce(r.disputes, []) AS disputes, r.id AS id
ORDER BY name, id, what
UNION ALL
MATCH (c:Claim {data_set: $data_set})-[:ABOUT]->(d:Deal)
WHERE c.topic = 'stage' AND c.date IS NOT NULL
RETURN c.date AS date, null AS within, replace(toString(c.stage), '_', ' ') AS what, coalesce(d.name, d.id) AS name,
  null AS date_of, c.paraphrase AS says, c.articles AS articles, [] + coalesce(c.disputes, []) AS disputes, c.id AS id
ORDER BY name, id
