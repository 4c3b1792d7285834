// id: counted-twice
// title: What may be counted twice
// question: Which figures would somebody count twice who adds all that is told, and why?
// view: table
// reckons: figures
// how_to_read: >-
//   "May be one": two records that may be one figure; no source settles it. "Lies inside": part of the other
//   figure. "Stands in the place of": the other no longer holds. "Mixes what others may hold": a total over stages or
//   papers, of which `others` are the parts that a source names; it may hold more of these records. "One figure,
//   several …": told once for all of them, and no source says how much is whose, so that sums by place, recipient,
//   mineral or funder overlap. The totals of this program take all of it into account; this is for whoever adds by
//   hand.
// or_else: No two figures of these records overlap, as far as they tell.
// asked_as:
//   - what may be counted twice
//   - what could be double counted
//   - double counting
//   - which figures overlap
//   - overlapping figures
//   - which amounts are counted two times
//   - danger of adding the same money twice
MATCH (d:Deal {data_set: $data_set})-[r:MAY_BE_SAME_AS]->(o:Deal)
RETURN 'may be one' AS why, coalesce(d.name, d.id) AS deal, d AS figure, [coalesce(o.name, o.id)] AS others,
  [o] AS other_figures, r.paraphrase AS says, r.articles AS articles,
  [] + coalesce(r.disputes, []) + coalesce(d.disputes, []) AS disputes, d.id AS deal_id, [o.id] AS other_ids
ORDER BY deal, deal_id, other_ids
UNION ALL
MATCH (d:Deal {data_set: $data_set})-[r:PART_OF]->(o:Deal)
WHERE d.amount_value IS NOT NULL AND o.amount_value IS NOT NULL
RETURN 'lies inside' AS why, coalesce(d.name, d.id) AS deal, d AS figure, [coalesce(o.name, o.id)] AS others,
  [o] AS other_figures, r.paraphrase AS says, r.articles AS articles,
  [] + coalesce(r.disputes, []) + coalesce(d.disputes, []) AS disputes, d.id AS deal_id, [o.id] AS other_ids
ORDER BY deal, deal_id, other_ids
UNION ALL
MATCH (d:Deal {data_set: $data_set})-[r:SUPERSEDES]->(o:Deal)
WHERE d.amount_value IS NOT NULL AND o.amount_value IS NOT NULL
RETURN 'stands in the place of' AS why, coalesce(d.name, d.id) AS deal, d AS figure, [coalesce(o.name, o.id)] AS others,
  [o] AS other_figures, r.paraphrase AS says, r.articles AS articles,
  [] + coalesce(r.disputes, []) + coalesce(d.disputes, []) AS disputes, d.id AS deal_id, [o.id] AS other_ids
ORDER BY deal, deal_id, other_ids
UNION ALL
MATCH (d:Deal {data_set: $data_set})
WHERE d.amount_value IS NOT NULL AND (d.stage = 'mixed' OR d.instrument = 'mixed')
OPTIONAL MATCH (d)<-[:PART_OF]-(o:Deal)
WITH d, o
ORDER BY coalesce(o.name, o.id), o.id
WITH d, collect(o) AS them
RETURN 'mixes what others may hold' AS why, coalesce(d.name, d.id) AS deal, d AS figure,
  [o IN them | coalesce(o.name, o.id)] AS others, them AS other_figures, d.paraphrase AS says, d.articles AS articles,
  [] + coalesce(d.disputes, []) AS disputes, d.id AS deal_id, [o IN them | o.id] AS other_ids
ORDER BY deal, deal_id
UNION ALL
MATCH (d:Deal {data_set: $data_set})-[r:FUNDS|GOES_TO|LOCATED_IN|COVERS]-(o)
WHERE d.amount_value IS NOT NULL
WITH DISTINCT d, type(r) AS way, o
ORDER BY coalesce(o.name, o.id), o.id
WITH d, CASE way WHEN 'FUNDS' THEN 0 WHEN 'GOES_TO' THEN 1 WHEN 'LOCATED_IN' THEN 2 ELSE 3 END AS way, collect(o) AS them
WHERE size(them) > 1
RETURN 'one figure, several ' + ['funders', 'recipients', 'places', 'minerals'][way] AS why,
  coalesce(d.name, d.id) AS deal, d AS figure, [o IN them | coalesce(o.name, o.id)] AS others, [] AS other_figures,
  d.paraphrase AS says, d.articles AS articles, [] + coalesce(d.disputes, []) AS disputes, d.id AS deal_id,
  [o IN them | o.id] AS other_ids
ORDER BY way, deal, deal_id
