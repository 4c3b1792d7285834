// id: mineral-deals
// title: A mineral's deals
// question: Which deals name this mineral, or one that is a kind of it, and who funds or receives them?
// view: network
// other_views: [timeline]
// how_to_read: >-
//   A deal that names a group of minerals is not here for each of its members unless it names them. One figure may be
//   for several minerals, and no source says how much of it is for which.
// leaves_out:
//   - {says: "parts that name no mineral, inside deals on this one", found_by: parts-told-of-a-mineral-by-their-whole}
//   - {says: deals that name only a narrower mineral or group, found_by: minerals-of-a-longer-name}
// asked_as:
//   - deals on {mineral}
//   - which deals name {mineral}
//   - "{mineral} deals"
//   - deals about {mineral}
//   - which deals involve {mineral}
//   - list of {mineral} deals
//   - contracts for {mineral}
//   - transactions in {mineral}
//   - which deals cover {mineral}
// parameters:
//   - name: mineral
//     type: node
//     meaning: the mineral
//     labels: [Mineral]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})<-[:KIND_OF*0..6]-(:Mineral)<-[:COVERS]-(d:Deal)
//       OPTIONAL MATCH (d)-[s:FUNDS|GOES_TO|PARTY_TO|LOCATED_IN]-()
//       RETURN n.id AS id, coalesce(n.name, n.id) AS name, count(*) AS rows
//       ORDER BY name, id
//   - {name: kinds, type: yes_no, default: "yes", meaning: "with its kinds: for rare earths, also heavy and light ones"}
MATCH (m:Mineral {id: $mineral, data_set: $data_set})
WITH m, [m] AS found
{{kinds of m}} // with kinds
UNWIND found AS x
OPTIONAL MATCH way = (x)-[:KIND_OF*1..6]->(m)
MATCH (x)<-[r:COVERS]-(d:Deal)
OPTIONAL MATCH (d)-[s:FUNDS|GOES_TO|PARTY_TO|LOCATED_IN]-(p)
RETURN m, way, x, r, d, s, p
ORDER BY r.id, s.id
