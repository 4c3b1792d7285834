// id: agency-by-agency
// title: The government as a whole, agency by agency
// question: What does each agency of this country fund, and the country in its own name, from what was paid out to what is only offered?
// view: table
// other_views: [totals, ladder, bars, timeline]
// reckons: figures
// how_to_read: >-
//   One row for each deal and funder, each agency's firmest first. Nothing is added here, since rows overlap: one that is
//   `inside` another is part of its figure, one that several fund stands under each of them, and one that was replaced no
//   longer counts. Sums that may be added are in `money-by-funder`, with its agencies.
// or_else: Neither this country nor an agency of it is told to fund anything.
// parameters:
//   - name: country
//     type: node
//     meaning: the country
//     labels: [Country]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})<-[:AGENCY_OF*0..3]-(x)-[:FUNDS]->(d:Deal)
//       WITH DISTINCT n, x, d
//       RETURN n.id AS id, coalesce(n.name, n.id) AS name, count(*) AS rows
//       ORDER BY name, id
MATCH (n:Country {id: $country, data_set: $data_set})<-[:AGENCY_OF*0..3]-(x)
WITH DISTINCT x
MATCH (x)-[:FUNDS]->(d:Deal)
WITH DISTINCT x, d
OPTIONAL MATCH (d)<-[:FUNDS]-(y)
WHERE y.id <> x.id
WITH x, d, coalesce(y.name, y.id) AS other
ORDER BY other
WITH x, d, collect(DISTINCT other) AS jointly_with
OPTIONAL MATCH (d)-[:PART_OF]->(w:Deal)
WITH x, d, jointly_with, coalesce(w.name, w.id) AS whole
ORDER BY whole
WITH x, d, jointly_with, collect(DISTINCT whole) AS inside
OPTIONAL MATCH (d)<-[:SUPERSEDES|CANCELS]-(s)
WITH x, d, jointly_with, inside, coalesce(s.name, s.id) AS newer
ORDER BY newer
WITH x, d, jointly_with, inside, collect(DISTINCT newer) AS replaced_by
OPTIONAL MATCH (d)-[:GOES_TO]->(g)
WITH x, d, jointly_with, inside, replaced_by, coalesce(g.name, g.id) AS recipient
ORDER BY recipient
WITH x, d, jointly_with, inside, replaced_by, collect(DISTINCT recipient) AS goes_to, [
  'drawn', 'funded', 'in_default', 'closed', 'committed', 'approved', 'conditional', 'signed', 'offered', 'announced',
  'letter_issued', 'negotiated', 'negotiating', 'exploring', 'intended', 'mobilised', 'mixed', 'not_stated'
] AS firmest
RETURN coalesce(x.name, x.id) AS agency, replace(toString(d.stage), '_', ' ') AS stage, d AS figure,
  coalesce(d.name, d.id) AS deal, replace(toString(d.instrument), '_', ' ') AS instrument, goes_to, inside, jointly_with,
  replaced_by, d.date AS date, d.paraphrase AS says, d.articles AS articles, [] + coalesce(d.disputes, []) AS disputes,
  x.id AS agency_id, d.id AS deal_id
ORDER BY agency, agency_id, coalesce(head([i IN range(0, size(firmest) - 1) WHERE firmest[i] = d.stage]), size(firmest)),
  deal, deal_id
