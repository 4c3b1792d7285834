// id: money-by-mineral
// title: Money by mineral and stage
// question: What do the deals on this mineral come to, each stage by itself, with those on its kinds or without?
// view: totals
// other_views: [number, ladder, bars, flow, timeline]
// how_to_read: >-
//   Each stage by itself. A figure that names several minerals counts in full for each of them, so that the sums of
//   two minerals must not be added; switch off the kinds to have those deals alone that name this very mineral. A whole
//   stands for its parts, and a part that names no mineral is of what its whole is; a whole of several minerals of which
//   a part is of others alone stands beside the sums, and its parts count.
// sum_of_mineral: mineral
// as_of: as_of
// leaves_out:
//   - {says: deals that name only a narrower mineral or group, found_by: minerals-of-a-longer-name}
// asked_as:
//   - how much money goes into {mineral}
//   - money for {mineral}
//   - "{mineral} funding total"
//   - total money on {mineral}
//   - how much is spent on {mineral}
//   - investment in {mineral}
//   - sum of {mineral} deals by stage
//   - how much funding is there for {mineral}
//   - "{mineral} money"
//   - dollars for {mineral}
//   - how much is invested in {mineral}
//   - financing of {mineral}
// parameters:
//   - name: mineral
//     type: node
//     meaning: the mineral
//     labels: [Mineral]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})<-[:KIND_OF*0..6]-(x:Mineral)<-[:COVERS]-(w:Deal)
//       MATCH (w)<-[:PART_OF*0..6]-(d:Deal)
//       WHERE d.amount_qualifier IS NOT NULL
//       WITH DISTINCT n, x, w, d
//       OPTIONAL MATCH (d)-[:PART_OF*0..6]->(b:Deal)-[:PART_OF*1..6]->(w), (b)-[c:COVERS]->(:Mineral)
//       WITH n, x, w, d, c
//       WHERE c IS NULL
//       WITH DISTINCT n, d, CASE WHEN d.id <> w.id THEN w.id ELSE x.id END AS through
//       RETURN n.id AS id, coalesce(n.name, n.id) AS name, count(*) AS rows
//       ORDER BY name, id
//   - {name: kinds, type: yes_no, default: "yes", meaning: "with its kinds: for rare earths, also heavy and light ones"}
//   - name: as_of
//     type: day
//     meaning: as of the day
//     default: ""
MATCH (m:Mineral {id: $mineral, data_set: $data_set})
WITH m, [m] AS found
{{kinds of m}} // with kinds
UNWIND found AS x
MATCH (x)<-[:COVERS]-(w:Deal)<-[:PART_OF*0..6]-(d:Deal)
WHERE d.amount_qualifier IS NOT NULL
WITH DISTINCT m, x, w, d
OPTIONAL MATCH (d)-[:PART_OF*0..6]->(b:Deal)-[:PART_OF*1..6]->(w), (b)-[c:COVERS]->(:Mineral)
WITH m, x, w, d, c
WHERE c IS NULL
RETURN DISTINCT d AS deal, CASE WHEN d.id <> w.id THEN w WHEN x.id <> m.id THEN x END AS through
ORDER BY deal.id, through.id
