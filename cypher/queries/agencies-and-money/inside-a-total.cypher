// id: inside-a-total
// title: What lies inside this total
// question: Which deals does this figure hold, how firm is each, and what of it does no source itemise?
// view: totals
// other_views: [number, ladder, bars, flow, timeline]
// how_to_read: >-
//   What is inside a whole is not added to it again; `not itemised` is what is left of it. Of an umbrella, which mixes
//   stages or papers, the parts are added each with its own kind, and these sums need not come to the whole. Where a
//   source opens its list with "including", there may be more parts than it names.
// or_else: No such deal is in these records.
// asked_as:
//   - what lies inside {deal}
//   - what is inside {deal}
//   - parts of {deal}
//   - what makes up {deal}
//   - break down {deal}
//   - which deals does {deal} include
//   - breakdown of {deal}
//   - components of {deal}
//   - what does {deal} consist of
//   - itemise {deal}
//   - what is in {deal}
// parameters:
//   - name: deal
//     type: node
//     meaning: the whole
//     labels: [Deal]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})<-[:PART_OF*1..6]-(d:Deal)
//       WITH DISTINCT n, d
//       RETURN n.id AS id, coalesce(n.name, n.id) AS name, count(*) + 1 AS rows
//       ORDER BY name, id
MATCH (n:Deal {id: $deal, data_set: $data_set})<-[:PART_OF*0..6]-(d:Deal)
RETURN DISTINCT d AS deal
ORDER BY deal.id
