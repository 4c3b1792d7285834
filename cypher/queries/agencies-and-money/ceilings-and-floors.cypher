// id: ceilings-and-floors
// title: Ceilings, floors and missing figures
// question: Which figures are only a ceiling, a floor or a rough number, and which deals have none?
// view: table
// reckons: figures
// how_to_read: >-
//   "Up to" may come to nothing, "more than" has no upper end. "Money, but no sum": a source tells of money and not
//   how much; "no figure": a paper of which none is told, and which need not be about money. A figure that is missing here may
//   well stand in another source.
// or_else: Every figure of it is a plain one, or no deal is told of it.
// asked_as:
//   - which figures of {node} are only a ceiling
//   - which figures are only a ceiling or a floor
//   - up to amounts of {node}
//   - figures that are rough or approximate
//   - which amounts say up to or more than
//   - which deals have no exact amount
//   - which sums are maximum or minimum
//   - how exact are the figures of {node}
//   - amounts of {node} that are missing or only upper limits
// parameters:
//   - name: node
//     type: node
//     default: ""
//     meaning: a party, place or mineral whose deals are meant
//     labels: [Country, Agency, Company, Project, Initiative, Mineral, Place, Person, "{{own_parties}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[r:FUNDS|GOES_TO|PARTY_TO|LOCATED_IN|COVERS]-(d:Deal)
//       WHERE r.data_set = $data_set AND coalesce(d.amount_qualifier, '') <> 'exact'
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - {name: kinds, type: yes_no, default: "yes", meaning: "on kinds of that mineral, too"}
//   - {name: inside, type: yes_no, default: "no", meaning: "in its states, towns and sites, too"}
//   - {name: agencies, type: yes_no, default: "no", meaning: "of its agencies, too"}
MATCH (n:{{node}} {id: $node, data_set: $data_set}) // with node
WITH n, [n] AS found // with node
{{kinds of n}} // with node with kinds
{{places in n}} // with node with inside
{{sites in n}} // with node with inside
{{agencies of n}} // with node with agencies
UNWIND found AS x // with node
MATCH (x)-[:FUNDS|GOES_TO|PARTY_TO|LOCATED_IN|COVERS]-(d:Deal) // with node
MATCH (d:Deal {data_set: $data_set}) // without node
WITH DISTINCT d
WHERE coalesce(d.amount_qualifier, '') <> 'exact'
OPTIONAL MATCH (d)<-[:FUNDS]-(f)
WITH d, coalesce(f.name, f.id) AS funder
ORDER BY funder
WITH d, collect(DISTINCT funder) AS funded_by, ['up_to', 'more_than', 'at_least', 'range', 'about', 'unquantified'] AS kinds,
  ['a ceiling', 'a floor', 'a floor', 'a range', 'about', 'money, but no sum', 'no figure'] AS words
WITH d, funded_by, words,
  coalesce(head([i IN range(0, size(kinds) - 1) WHERE kinds[i] = d.amount_qualifier]), size(kinds)) AS kind
RETURN words[kind] AS what_is_told, coalesce(d.name, d.id) AS deal, d AS figure,
  replace(toString(d.stage), '_', ' ') AS stage, replace(toString(d.instrument), '_', ' ') AS instrument, funded_by,
  d.paraphrase AS says, d.articles AS articles, [] + coalesce(d.disputes, []) AS disputes, d.id AS deal_id
ORDER BY CASE WHEN kind = 2 THEN 1 ELSE kind END, deal, deal_id
