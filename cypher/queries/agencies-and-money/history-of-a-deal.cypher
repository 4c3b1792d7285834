// id: history-of-a-deal
// title: A deal's history
// question: How far had this deal come, and when, and what amended, extended, superseded or cancelled it?
// view: table
// other_views: [timeline]
// how_to_read: >-
//   One row is a step or a paper that changed the deal, in order of time; a window or a rough date stands where it
//   may begin. A deal with one row has one stage that is told, not necessarily only one that there was.
// reckons: history
// or_else: Neither a stage of it nor anything that changed it is told in these records.
// parameters:
//   - name: deal
//     type: node
//     meaning: the deal
//     labels: [Deal]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[r:ABOUT|AMENDS|EXTENDS|SUPERSEDES|CANCELS]-(x)
//       WHERE r.data_set = $data_set AND (type(r) <> 'ABOUT' OR x.topic = 'stage')
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
MATCH (d:Deal {id: $deal, data_set: $data_set})
OPTIONAL MATCH (d)<-[:ABOUT]-(c:Claim)
WHERE c.topic = 'stage'
WITH d, count(c) AS steps
MATCH (d)-[rs:ABOUT|AMENDS|EXTENDS|SUPERSEDES|CANCELS*0..1]-(x)
WITH d, steps, x, head(rs) AS r
WHERE (r IS NULL AND steps = 0) OR x.topic = 'stage' OR type(r) IN ['AMENDS', 'EXTENDS', 'SUPERSEDES', 'CANCELS']
WITH d, x, r, r IS NULL OR type(r) = 'ABOUT' AS is_stage
WITH
  d,
  CASE WHEN is_stage THEN x.date ELSE r.date END AS date,
  CASE
    WHEN is_stage THEN replace(toString(x.stage), '_', ' ')
    WHEN x.id <> startNode(r).id THEN toLower(type(r))
    WHEN type(r) = 'AMENDS' THEN 'amended by'
    WHEN type(r) = 'EXTENDS' THEN 'extended by'
    WHEN type(r) = 'SUPERSEDES' THEN 'superseded by'
    ELSE 'cancelled by'
  END AS what,
  CASE WHEN is_stage THEN null ELSE coalesce(x.name, x.id) END AS other,
  CASE WHEN NOT is_stage THEN r.until WHEN NOT toString(x.stage) IN ['cancelled', 'withdrawn'] THEN d.until END AS until,
  CASE WHEN is_stage THEN x.paraphrase ELSE r.paraphrase END AS says,
  CASE WHEN is_stage THEN x.articles ELSE r.articles END AS cited,
  [] + coalesce(CASE WHEN is_stage THEN x.disputes ELSE r.disputes END, []) AS disputes,
  CASE WHEN is_stage THEN x.id ELSE r.id END AS id
UNWIND CASE WHEN size(coalesce(cited, [])) = 0 THEN [null] ELSE cited END AS source
OPTIONAL MATCH (a:Source {id: source, data_set: $data_set})
WITH date, what, other, until, says, id, disputes, coalesce(a.name, a.id) AS article
ORDER BY article
RETURN date, what, other, until, says, collect(DISTINCT article) AS articles, disputes, id
ORDER BY id
