// id: what-is-missing
// title: What has no figure, day or place
// question: Which deals with a funder have no figure, which steps and events no day, and which events and projects no place?
// how_to_read: A row is one thing that lacks one of these, though a reader would look for it. Figures are looked for in deals with a funder, days in steps that somebody took (an announcement, offer, letter, signature, approval or payment) and in events, places of events and projects. It is missing in the sources, or in the records; their passages tell which. Plans and talks need no day and are not here.
// view: table
// or_else: Nothing of that is missing.
// asked_as:
//   - what has no {lacking}
//   - which deals have no {lacking}
//   - what is missing
//   - {asks: which deals have no figure, with: {lacking: amount}}
//   - {asks: deals without a sum, with: {lacking: amount}}
//   - {asks: which events have no day, with: {lacking: date}}
//   - what has no figure, day or place
//   - gaps in the records
//   - where are the data incomplete
//   - missing {lacking}
//   - without a {lacking}
//   - where is information lacking
// parameters:
//   - {name: lacking, type: many_of, among: [amount, date, place], default: "amount,date,place", meaning: what is missing}
MATCH (d:Deal {data_set: $data_set})<-[:FUNDS]-()
WHERE 'amount' IN split($lacking, ',') AND coalesce(d.amount_qualifier, 'unquantified') = 'unquantified'
WITH DISTINCT d
RETURN 'amount' AS missing, 'deal' AS kind, coalesce(d.name, d.id) AS name, replace(toString(d.stage), '_', ' ') AS stage,
  d.paraphrase AS says, d.articles AS articles, [] + coalesce(d.disputes, []) AS disputes, d.id AS id
ORDER BY id
LIMIT $most
UNION ALL
MATCH (d:Deal {data_set: $data_set})
WHERE 'date' IN split($lacking, ',') AND d.date IS NULL AND d.stage IN [
  'announced', 'offered', 'letter_issued', 'signed', 'conditional', 'approved', 'committed', 'closed', 'funded', 'drawn',
  'in_default', 'mobilised', 'withdrawn', 'cancelled'
]
OPTIONAL MATCH (d)<-[:ABOUT]-(c:Claim)
WHERE c.topic = 'stage' AND c.date IS NOT NULL
WITH d, count(c) AS steps
WHERE steps = 0
RETURN 'date' AS missing, 'deal' AS kind, coalesce(d.name, d.id) AS name, replace(toString(d.stage), '_', ' ') AS stage,
  d.paraphrase AS says, d.articles AS articles, [] + coalesce(d.disputes, []) AS disputes, d.id AS id
ORDER BY id
LIMIT $most
UNION ALL
MATCH (n:Event {data_set: $data_set})
WHERE 'date' IN split($lacking, ',') AND n.date IS NULL
RETURN 'date' AS missing, 'event' AS kind, coalesce(n.name, n.id) AS name, null AS stage, n.paraphrase AS says,
  n.articles AS articles, [] + coalesce(n.disputes, []) AS disputes, n.id AS id
ORDER BY id
LIMIT $most
UNION ALL
MATCH (n:Event|Project {data_set: $data_set})
WHERE 'place' IN split($lacking, ',')
OPTIONAL MATCH (n)-[l:LOCATED_IN]->()
WITH n, count(l) AS places
WHERE places = 0
RETURN 'place' AS missing, split(n.id, '/')[0] AS kind, coalesce(n.name, n.id) AS name, null AS stage, n.paraphrase AS says,
  n.articles AS articles, [] + coalesce(n.disputes, []) AS disputes, n.id AS id
ORDER BY id
LIMIT $most
