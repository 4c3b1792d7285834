// id: money-by-funder
// title: Money by agency and stage
// question: What does this agency fund, from letters of interest to money paid out, each stage by itself?
// view: totals
// other_views: [number, ladder, bars, flow, timeline]
// how_to_read: >-
//   Each stage stands by itself: a letter or an offer is no money yet. Of a figure of several funders only a stated
//   share counts here; without one it is left out as joint. An agency's figures are not its country's unless asked
//   for.
// sum_of: funder
// as_of: as_of
// leaves_out:
//   - {says: what the country's agencies fund in their own name, found_by: agencies-that-fund}
//   - {says: "guarantees and insurance that it gives, which are exposure and no money", found_by: covers-that-it-gives}
// asked_as:
//   - how much has {funder} committed
//   - money from {funder}
//   - what does {funder} fund
//   - how much does {funder} fund
//   - funding by {funder}
//   - how much money has {funder} given
//   - what has {funder} financed
//   - how much has {funder} invested
//   - how much did {funder} lend
//   - loans and letters of {funder} stage by stage
//   - what does {funder} pay for
//   - total of {funder}
//   - how much did {funder} put in
//   - how much is {funder} spending
//   - sums of {funder} by stage
//   - "{funder} portfolio"
// parameters:
//   - name: funder
//     type: node
//     meaning: whose money
//     labels: [Agency, Country, Company, Person, "{{own_parties}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[:FUNDS]->(:Deal)
//       RETURN n.id AS id, coalesce(n.name, n.id) AS name, count(*) AS rows
//       ORDER BY name, id
//   - {name: agencies, type: yes_no, default: "no", meaning: "with its agencies and offices"}
//   - name: as_of
//     type: day
//     meaning: as of the day
//     default: ""
MATCH (f:{{funder}} {id: $funder, data_set: $data_set})
WITH f, [f] AS found
{{agencies of f}} // with agencies
UNWIND found AS x
MATCH (x)-[:FUNDS]->(d:Deal)
RETURN DISTINCT d AS deal, CASE WHEN x.id <> f.id THEN x END AS through
ORDER BY deal.id, through.id
