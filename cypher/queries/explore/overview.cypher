// id: overview
// title: Who signs with whom and who pays for what
// question: What is the shape of it all, without the countries that only took part?
// view: network
MATCH (d {data_set: $data_set})
WHERE (d:Deal AND d.rung IN ['signed', 'approved', 'committed', 'funded', 'conditional']) OR d:Initiative
MATCH (a)-[r:FUNDS|GOES_TO|PARTY_TO|WITNESSES|LEADS|JOINS|REPLACES]-(d)
RETURN d, r, a
ORDER BY r.id
