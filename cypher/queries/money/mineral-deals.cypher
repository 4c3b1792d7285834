// id: mineral-deals
// title: A mineral's deals
// question: Which deals name this mineral, and who funds or receives them?
// view: network
// leaves_out:
//   - {says: deals that name only a narrower mineral or group, found_by: minerals-of-a-longer-name}
// parameters:
//   - name: mineral
//     type: node
//     meaning: the mineral
//     labels: [Mineral]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})<-[:COVERS]-(d:Deal)
//       OPTIONAL MATCH (d)-[s:FUNDS|GOES_TO|PARTY_TO|LOCATED_IN]-()
//       RETURN n.id AS id, coalesce(n.name, n.id) AS name, count(*) AS rows
//       ORDER BY name, id
MATCH (m:Mineral {id: $mineral, data_set: $data_set})<-[r:COVERS]-(d:Deal)
OPTIONAL MATCH (d)-[s:FUNDS|GOES_TO|PARTY_TO|LOCATED_IN]-(p)
RETURN m, r, d, s, p
ORDER BY r.id, s.id
