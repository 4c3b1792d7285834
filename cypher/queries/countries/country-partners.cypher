// id: country-partners
// title: A country's partners
// question: With whom is this country in a deal or an initiative, by itself or by what lies in it or belongs to it, and which?
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
//   - {name: inside, type: yes_no, default: "no", meaning: "with its states, towns and sites"}
//   - {name: agencies, type: yes_no, default: "no", meaning: "with its agencies"}
//   - {name: companies, type: yes_no, default: "no", meaning: "with companies that are in it"}
MATCH (c:Country {id: $country, data_set: $data_set})
WITH c, [c] AS found
OPTIONAL MATCH (c)<-[:LIES_IN*1..6]-(within:Place) // with inside
WITH c, found, collect(DISTINCT within) AS more // with inside
WITH c, found + more AS found // with inside
OPTIONAL MATCH (c)<-[:LIES_IN*0..6]-()<-[:LOCATED_IN]-(site:Project) // with inside
WITH c, found, collect(DISTINCT site) AS more // with inside
WITH c, found + more AS found // with inside
OPTIONAL MATCH (c)<-[:AGENCY_OF*1..3]-(agency:Agency) // with agencies
WITH c, found, collect(DISTINCT agency) AS more // with agencies
WITH c, found + more AS found // with agencies
OPTIONAL MATCH (c)<-[:LIES_IN*0..6]-()<-[:LOCATED_IN]-(company:Company) // with companies
WITH c, found, collect(DISTINCT company) AS more // with companies
WITH c, found + more AS found // with companies
UNWIND found AS y
OPTIONAL MATCH way = (y)-[:LIES_IN|LOCATED_IN|AGENCY_OF*1..7]->(c)
MATCH (y)-[r:FUNDS|GOES_TO|PARTY_TO|LEADS|JOINS|ADVANCES|LOCATED_IN|ANNOUNCES]-(x)
WHERE x:Deal OR x:Initiative
OPTIONAL MATCH (x)-[s:FUNDS|GOES_TO|PARTY_TO|LEADS|JOINS]-(p)
WHERE p.id <> y.id
RETURN c, way, y, r, x, s, p
ORDER BY r.id, s.id
