// id: money-by-place
// title: Money by country or place, and stage
// question: What do the deals placed in this country or place, going to it or made by it come to, each stage by itself?
// view: totals
// other_views: [number, ladder, bars, flow, timeline]
// how_to_read: >-
//   A deal is found by where it is placed, by whom it goes to and by who makes or funds it; switch on what lies in
//   the country or belongs to it to see all that touches it. A figure for two places is here in full, so that the
//   sums of two places must not be added.
// as_of: as_of
// leaves_out:
//   - {says: deals of what lies in it or belongs to it and was not asked for, found_by: inside-a-place-with-figures}
// asked_as:
//   - money in {place}
//   - how much money goes to {place}
//   - how much money touches {place}
//   - total of deals in {place}
//   - what is invested in {place}
//   - funding for projects in {place}
//   - investments in {place}
//   - how much is spent in {place}
//   - sum of money placed in {place}
//   - dollars flowing into {place}
//   - financing located in {place}
//   - what money does {place} receive
// parameters:
//   - name: place
//     type: node
//     meaning: the country or place
//     labels: [Country, Place]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})<-[:LIES_IN|AGENCY_OF*0..6]-(x)
//       WITH DISTINCT n, x
//       MATCH (x)-[:LOCATED_IN|GOES_TO|FUNDS|PARTY_TO]-(d:Deal)
//       WHERE d.amount_qualifier IS NOT NULL
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - {name: inside, type: yes_no, default: "no", meaning: "with its states, towns and sites"}
//   - {name: agencies, type: yes_no, default: "no", meaning: "with its agencies"}
//   - {name: companies, type: yes_no, default: "no", meaning: "with companies that are in it"}
//   - name: as_of
//     type: day
//     meaning: as of the day
//     default: ""
MATCH (n:{{place}} {id: $place, data_set: $data_set})
WITH n, [n] AS found
{{places in n}} // with inside
{{sites in n}} // with inside
{{agencies of n}} // with agencies
{{companies in n}} // with companies
UNWIND found AS x
MATCH (x)-[:LOCATED_IN|GOES_TO|FUNDS|PARTY_TO]-(d:Deal)
WHERE d.amount_qualifier IS NOT NULL
RETURN DISTINCT d AS deal, CASE WHEN x.id <> n.id THEN x END AS through
ORDER BY deal.id, through.id
