// id: notices
// title: Public notices, by type and day
// question: Which money is offered by public notice, of what type, on which day, by whom and for what?
// view: table
// other_views: [totals, ladder, bars, timeline]
// reckons: figures
// how_to_read: >-
//   The type is as the source writes it; where no source spells it out, it is not spelt out here. A notice offers money
//   that nobody has yet, and its day is that of the notice, not of an award.
// or_else: No deal of these records has a kind of public notice.
MATCH (d:Deal {data_set: $data_set})
WHERE d.notice IS NOT NULL
OPTIONAL MATCH (d)<-[:FUNDS]-(a)
WITH d, coalesce(a.name, a.id) AS agency
ORDER BY agency
WITH d, collect(DISTINCT agency) AS agencies
OPTIONAL MATCH (d)-[:GOES_TO]->(g)
WITH d, agencies, coalesce(g.name, g.id) AS purpose
ORDER BY purpose
WITH d, agencies, collect(DISTINCT purpose) AS is_for
OPTIONAL MATCH (d)-[:PART_OF]->(w:Deal)
WITH d, agencies, is_for, coalesce(w.name, w.id) AS whole
ORDER BY whole
WITH d, agencies, is_for, collect(DISTINCT whole) AS inside
RETURN d.notice AS notice, d.date AS date, coalesce(d.name, d.id) AS deal, d AS figure, agencies, is_for, inside,
  replace(toString(d.stage), '_', ' ') AS stage, d.paraphrase AS says, d.articles AS articles,
  [] + coalesce(d.disputes, []) AS disputes, d.id AS deal_id
ORDER BY notice, date, deal, deal_id
