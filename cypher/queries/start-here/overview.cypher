// id: overview
// title: Who signs with whom and who pays for what
// question: What is the shape of it all, without the countries that only took part?
// view: network
// how_to_read: >-
//   Deals that are signed or approved and who makes them, who leads what, and the agencies that fund. Talks,
//   letters and those who only took part are left out; `all-money` and `open-disputes` have the rest.
// asked_as:
//   - overview
//   - give me an overview of it all
//   - the big picture
//   - who signs with whom and who pays for what
//   - where do i start
//   - the whole network at a glance
MATCH (a)-[r:FUNDS|PARTY_TO]->(d:Deal {data_set: $data_set})-[s:GOES_TO|PARTY_TO]-(b)
WHERE d.stage IN ['signed', 'approved'] AND a.id <> b.id
RETURN a, r, d, s, b
ORDER BY d.id, r.id, s.id
LIMIT $most
UNION ALL
MATCH (a:Agency {data_set: $data_set})-[r:FUNDS]->(d:Deal)
WHERE d.stage IN ['approved', 'committed', 'closed', 'funded', 'drawn', 'in_default', 'conditional', 'offered']
RETURN DISTINCT a, null AS r, null AS d, null AS s, null AS b
ORDER BY a.id
LIMIT $most
UNION ALL
MATCH (d:Initiative|Deal {data_set: $data_set})<-[r:LEADS|REPLACES|WITNESSES]-(a)
RETURN a, r, d, null AS s, null AS b
ORDER BY r.id
LIMIT $most
UNION ALL
MATCH (d:Initiative {data_set: $data_set})<-[r:ADVANCES]-(a:Deal)
WHERE a.stage = 'signed'
RETURN a, r, d, null AS s, null AS b
ORDER BY r.id
LIMIT $most
UNION ALL
MATCH (d:Initiative {data_set: $data_set})<-[r:JOINS]-(a:Country)
RETURN a, r, d, null AS s, null AS b
ORDER BY r.id
LIMIT $most
