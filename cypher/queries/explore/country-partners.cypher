// id: country-partners
// title: A country's partners
// question: With whom is this country in a deal or an initiative, and which?
// view: network
// leaves_out:
//   - {says: "deals and initiatives of the country's agencies and companies and of places in it, in which it does not stand itself", found_by: inside-a-country-with-deals}
// parameters:
//   - name: country
//     type: node
//     meaning: the country
//     labels: [Country]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[:FUNDS|GOES_TO|PARTY_TO|LEADS|JOINS|ADVANCES|LOCATED_IN|ANNOUNCES]-(x)
//       WHERE x:Deal OR x:Initiative
//       OPTIONAL MATCH (x)-[s:FUNDS|GOES_TO|PARTY_TO|LEADS|JOINS]-(p)
//       WHERE p.id <> n.id
//       RETURN n.id AS id, coalesce(n.name, n.id) AS name, count(*) AS rows
//       ORDER BY name, id
MATCH (c:Country {id: $country, data_set: $data_set})-[r:FUNDS|GOES_TO|PARTY_TO|LEADS|JOINS|ADVANCES|LOCATED_IN|ANNOUNCES]-(x)
WHERE x:Deal OR x:Initiative
OPTIONAL MATCH (x)-[s:FUNDS|GOES_TO|PARTY_TO|LEADS|JOINS]-(p)
WHERE p.id <> c.id
RETURN c, r, x, s, p
ORDER BY r.id, s.id
