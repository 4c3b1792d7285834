// id: overview
// title: Who signs with whom and who pays for what
// question: What is the shape of it all, without the countries that only took part?
// view: network
MATCH (a)-[r:FUNDS|PARTY_TO]->(d:Deal {data_set: $data_set})-[s:GOES_TO|PARTY_TO]-(b)
WHERE d.stage IN ['signed', 'approved'] AND a.id <> b.id
RETURN a, r, d, s, b
ORDER BY d.id, r.id, s.id
UNION ALL
MATCH (a:Agency {data_set: $data_set})-[r:FUNDS]->(d:Deal)
WHERE d.stage IN ['approved', 'committed', 'funded', 'conditional', 'offered']
RETURN DISTINCT a, null AS r, null AS d, null AS s, null AS b
ORDER BY a.id
UNION ALL
MATCH (a)-[r:LEADS|REPLACES|WITNESSES]->(d {data_set: $data_set})
WHERE d:Initiative OR d:Deal
RETURN a, r, d, null AS s, null AS b
ORDER BY r.id
UNION ALL
MATCH (a:Deal {data_set: $data_set})-[r:ADVANCES]->(d:Initiative)
WHERE a.stage = 'signed'
RETURN a, r, d, null AS s, null AS b
ORDER BY r.id
UNION ALL
MATCH (a:Country {data_set: $data_set})-[r:JOINS]->(d:Initiative)
RETURN a, r, d, null AS s, null AS b
ORDER BY r.id
