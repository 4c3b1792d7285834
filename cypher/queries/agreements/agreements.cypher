// id: agreements
// title: Papers between parties, and what holds on a day
// question: Which papers hold, from when to when, what took their place, and who is a party to each on a day?
// view: table
// or_else: No paper between parties is told of it, or none holds on that day; without a day every paper is shown, those that ended or were never signed among them.
// parameters:
//   - name: node
//     type: node
//     default: ""
//     meaning: a party, or the paper
//     labels: [Country, Agency, Company, Person, Deal, "{{own_parties}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[r:PARTY_TO]-()
//       WHERE r.data_set = $data_set
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - {name: agencies, type: yes_no, default: "no", meaning: "of a country, with its agencies"}
//   - {name: companies, type: yes_no, default: "no", meaning: "of a country, with companies that are in it"}
//   - {name: as_of, type: day, default: "", meaning: "the day on which it holds"}
MATCH (n:{{node}} {id: $node, data_set: $data_set}) // with node
WITH n, [n] AS found // with node
OPTIONAL MATCH (n)<-[:AGENCY_OF*1..3]-(x:Agency) // with node with agencies
WITH n, found, collect(DISTINCT x) AS more // with node with agencies
WITH n, found + more AS found // with node with agencies
OPTIONAL MATCH (n)<-[:LIES_IN*0..6]-()<-[:LOCATED_IN]-(x:Company) // with node with companies
WITH n, found, collect(DISTINCT x) AS more // with node with companies
WITH n, found + more AS found // with node with companies
UNWIND found AS y // with node
MATCH (y)-[:PARTY_TO*0..1]-(d:Deal) // with node
MATCH (d)<-[:PARTY_TO]-() // with node
MATCH (d:Deal {data_set: $data_set})<-[:PARTY_TO]-() // without node
WITH DISTINCT d, ['signed', 'conditional', 'approved', 'committed', 'closed', 'funded', 'drawn', 'in_default', 'mobilised'] AS binding
OPTIONAL MATCH (d)<-[:ABOUT]-(c:Claim)
WHERE c.topic = 'stage' AND c.date IS NOT NULL
WITH d, binding, c, last(split(toString(c.date), '/')) AS day
WITH d, binding, c, day, CASE size(day) WHEN 4 THEN day + '-12-31' WHEN 7 THEN day + '-31' ELSE day END AS last_day
ORDER BY last_day
WITH d, binding, collect(CASE WHEN c IS NOT NULL THEN {stage: c.stage, date: c.date, day: day} END) AS steps
WITH d, binding, steps, [s IN steps WHERE $as_of = '' OR s.day <= $as_of OR $as_of STARTS WITH s.day] AS gone
WITH d, steps, CASE WHEN size(steps) = 0 THEN d.stage ELSE coalesce(last(gone).stage, '') END IN binding AS is_bound,
  head([s IN steps WHERE s.stage IN binding | s.date]) AS bound,
  last([s IN steps WHERE d.stage IN ['cancelled', 'withdrawn'] AND s.stage = d.stage | s.date]) AS called_off
OPTIONAL MATCH (d)<-[e:EXTENDS]-(more)
WHERE NOT coalesce(more.stage IN ['cancelled', 'withdrawn'], false)
OPTIONAL MATCH (more)<-[off:SUPERSEDES|CANCELS]-()
WITH d, steps, is_bound, bound, called_off, CASE WHEN off IS NULL THEN coalesce(e.until, more.until) END AS new_end
WITH d, steps, is_bound, bound, called_off, new_end, last(split(toString(new_end), '/')) AS day
WITH d, steps, is_bound, bound, called_off, new_end, CASE size(day) WHEN 4 THEN day + '-12-31' WHEN 7 THEN day + '-31' ELSE day END AS last_day
ORDER BY last_day
WITH d, steps, is_bound, bound, called_off, last(collect(new_end)) AS extended
OPTIONAL MATCH (d)<-[s:SUPERSEDES|CANCELS]-(x)
WITH d, steps, is_bound, bound, called_off, extended, s, x, last(split(toString(s.date), '/')) AS day
WITH d, steps, is_bound, bound, called_off, extended, s, x, CASE size(day) WHEN 4 THEN day + '-12-31' WHEN 7 THEN day + '-31' ELSE day END AS last_day
ORDER BY last_day, coalesce(x.name, x.id)
WITH d, steps, is_bound, bound, called_off, extended, collect(DISTINCT coalesce(x.name, x.id)) AS ended_by,
  count(s) > count(s.date) AS never_holds, head(collect(s.date)) AS ended
WITH d, steps, is_bound, bound, ended_by, never_holds, coalesce(extended, d.until) AS term,
  coalesce(ended, called_off) AS stopped
WITH d, steps, is_bound, bound, term, ended_by, never_holds, stopped, last(split(toString(term), '/')) AS day,
  last(split(toString(stopped), '/')) AS stop
WITH d, ended_by, never_holds OR (stopped IS NULL AND d.stage IN ['cancelled', 'withdrawn']) AS never_holds, is_bound,
  any(s IN steps WHERE size(s.day) < 10 AND $as_of STARTS WITH s.day) AS is_rough,
  coalesce(d.since, bound, d.date) AS since,
  CASE WHEN coalesce(CASE size(day) WHEN 4 THEN day + '-12-31' WHEN 7 THEN day + '-31' ELSE day END < CASE size(stop) WHEN 4 THEN stop + '-12-31' WHEN 7 THEN stop + '-31' ELSE stop END, stopped IS NULL) THEN term ELSE stopped END AS until
MATCH (d)<-[r:PARTY_TO]-(p)
WITH d, ended_by, never_holds, is_bound, is_rough, since, until, r, p
ORDER BY coalesce(p.name, p.id), r.id
WITH d, ended_by, never_holds, is_bound, is_rough, since, until,
  [] + coalesce(d.disputes, []) AS of_paper, collect([] + coalesce(r.disputes, [])) AS of_parties,
  collect({called: coalesce(p.name, p.id), since: r.since, until: r.until,
    begun: last(split(toString(r.since), '/')), ended: last(split(toString(r.until), '/'))}) AS parties,
  last(split(toString(since), '/')) AS begun, last(split(toString(until), '/')) AS ended
WHERE $as_of = '' OR NOT (never_holds OR NOT is_bound OR coalesce(begun > $as_of, false)
  OR coalesce(ended < $as_of AND NOT $as_of STARTS WITH ended, false))
RETURN coalesce(d.name, d.id) AS paper, replace(toString(d.instrument), '_', ' ') AS instrument, replace(toString(d.stage), '_', ' ') AS stage, since, until, ended_by,
  CASE WHEN $as_of = '' THEN null
    WHEN is_rough OR since IS NULL OR (size(begun) < 10 AND $as_of STARTS WITH begun)
      OR coalesce($as_of STARTS WITH ended OR toString(until) CONTAINS '/', false) THEN 'not certain'
    ELSE 'yes' END AS held_then,
  [q IN parties WHERE $as_of = '' OR NOT (coalesce(q.begun > $as_of, false)
    OR coalesce(q.ended < $as_of AND NOT $as_of STARTS WITH q.ended, false)) | q.called] AS parties,
  [q IN parties WHERE q.since IS NOT NULL OR q.until IS NOT NULL | q.called + coalesce(' since ' + q.since, '')
    + coalesce(' until ' + q.until, '')] AS came_and_went,
  reduce(found = of_paper, some IN of_parties | found + some) AS disputes, d.paraphrase AS says, d.evidence AS evidence, d.id AS paper_id
ORDER BY paper, paper_id
