// id: quantities
// title: Tons and other quantities, and for whom
// question: How many tons or other quantities are told of, from whom and for whom, and which figure is for several together?
// view: table
// reckons: figures
// how_to_read: >-
//   A figure that is for several together says nothing of each one's share, and one that lies inside another is in that
//   one's already. Quantities are never added to money, nor a
//   year's output to a stock, nor gross weight to contained metal; sums that may be made are in `all-money`. Counts of
//   papers, countries, people and the like are not here.
// or_else: No quantity is told in these records, or none on that mineral.
// leaves_out:
//   - {says: "parts that name no mineral, inside deals on this one", found_by: parts-told-of-a-mineral-by-their-whole}
// asked_as:
//   - how many tons of {mineral}
//   - how many tons and for whom
//   - tonnes of {mineral}
//   - tonnage
//   - what quantity of {mineral}
//   - quantities of {mineral} and who gets them
//   - volumes of {mineral}
//   - physical amounts in tons
//   - how much {mineral} in tons is delivered
//   - metric tons of {mineral}
// parameters:
//   - name: mineral
//     type: node
//     default: ""
//     meaning: the mineral
//     labels: [Mineral]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})<-[:KIND_OF*0..6]-(x:Mineral)<-[:COVERS]-(d:Deal)
//       WHERE d.amount_unit = toLower(d.amount_unit)
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - {name: kinds, type: yes_no, default: "yes", meaning: "with its kinds: for rare earths, also heavy and light ones"}
MATCH (m:Mineral {id: $mineral, data_set: $data_set}) // with mineral
WITH m, [m] AS found // with mineral
{{kinds of m}} // with mineral with kinds
UNWIND found AS x // with mineral
MATCH (x)<-[:COVERS]-(d:Deal) // with mineral
MATCH (d:Deal {data_set: $data_set}) // without mineral
WITH DISTINCT d
WHERE d.amount_unit = toLower(d.amount_unit) AND NOT d.amount_unit IN [
  'agreements', 'countries', 'companies', 'projects', 'licences', 'jobs', 'people', 'shares', 'per_cent', 'per_mille',
  'per_cent_per_year', 'usd_per_ton', 'usd_per_year'
]
OPTIONAL MATCH (d)-[r:GOES_TO|PARTY_TO]-(w)
WHERE type(r) = 'GOES_TO' OR r.role = 'buyer'
WITH d, coalesce(w.name, w.id) AS taker
ORDER BY taker
WITH d, collect(DISTINCT taker) AS for_whom
OPTIONAL MATCH (d)<-[p:PARTY_TO]-(s)
WHERE p.role IN ['seller', 'counterpart']
WITH d, for_whom, coalesce(s.name, s.id) AS giver
ORDER BY giver
WITH d, for_whom, collect(DISTINCT giver) AS from_whom
OPTIONAL MATCH (d)-[:COVERS]->(c)
WITH d, for_whom, from_whom, coalesce(c.name, c.id) AS called
ORDER BY called
WITH d, for_whom, from_whom, collect(DISTINCT called) AS minerals
OPTIONAL MATCH (d)-[:PART_OF]->(h:Deal)
WITH d, for_whom, from_whom, minerals, coalesce(h.name, h.id) AS holder
ORDER BY holder
WITH d, for_whom, from_whom, minerals, collect(DISTINCT holder) AS inside
RETURN coalesce(d.name, d.id) AS deal, d AS figure, for_whom,
  CASE WHEN size(for_whom) > 1 THEN 'one figure for all of these' END AS shared, from_whom, minerals, inside,
  replace(toString(d.stage), '_', ' ') AS stage, replace(toString(d.measured_as), '_', ' ') AS measured_as,
  d.paraphrase AS says, d.articles AS articles, [] + coalesce(d.disputes, []) AS disputes, d.id AS deal_id
ORDER BY deal, deal_id
