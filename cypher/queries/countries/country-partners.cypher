// id: country-partners
// title: A country's partners
// question: With whom is this country in a deal or an initiative, by itself or by what lies in it or belongs to it, and which?
// view: network
// other_views: [timeline]
// how_to_read: >-
//   A tie is a common paper, deal or initiative, nothing more: how close two countries are is not told. Places,
//   agencies and companies of the country come in only where asked for.
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
{{places in c}} // with inside
{{sites in c}} // with inside
{{agencies of c}} // with agencies
{{companies in c}} // with companies
UNWIND found AS y
OPTIONAL MATCH way = (y)-[:LIES_IN|LOCATED_IN|AGENCY_OF*1..7]->(c)
MATCH (y)-[r:FUNDS|GOES_TO|PARTY_TO|LEADS|JOINS|ADVANCES|LOCATED_IN|ANNOUNCES]-(x)
WHERE x:Deal OR x:Initiative
OPTIONAL MATCH (x)-[s:FUNDS|GOES_TO|PARTY_TO|LEADS|JOINS]-(p)
WHERE p.id <> y.id
RETURN c, way, y, r, x, s, p
ORDER BY r.id, s.id
