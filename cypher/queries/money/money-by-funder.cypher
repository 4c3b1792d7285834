// id: money-by-funder
// title: Money by agency and stage
// question: What does this agency fund, from letters of interest to money paid out, each stage by itself?
// view: totals
// sum_of: funder
// leaves_out:
//   - {says: what the country's agencies fund in their own name, found_by: agencies-that-fund}
// parameters:
//   - name: funder
//     type: node
//     meaning: whose money
//     labels: [Agency, Country, Company, "{{own_parties}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[:FUNDS]->(:Deal)
//       RETURN n.id AS id, coalesce(n.name, n.id) AS name, count(*) AS rows
//       ORDER BY name, id
MATCH (f:{{funder}} {id: $funder, data_set: $data_set})-[:FUNDS]->(d:Deal)
RETURN d AS deal
ORDER BY d.id
