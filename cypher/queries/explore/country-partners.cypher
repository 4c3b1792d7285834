// id: country-partners
// title: A country's partners
// question: With whom is this country in a deal or an initiative, and which?
// view: network
// parameters:
//   - {name: country, type: node, meaning: the country, labels: [Country]}
MATCH (c:Country {id: $country, data_set: $data_set})-[r:FUNDS|GOES_TO|PARTY_TO|LEADS|JOINS|ADVANCES|LOCATED_IN|ANNOUNCES]-(x)
WHERE x:Deal OR x:Initiative
OPTIONAL MATCH (x)-[s:FUNDS|GOES_TO|PARTY_TO|LEADS|JOINS]-(p)
WHERE p.id <> c.id
RETURN c, r, x, s, p
ORDER BY r.id, s.id
