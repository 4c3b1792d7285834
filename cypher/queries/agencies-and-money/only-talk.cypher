// id: only-talk
// title: What is only talk so far
// question: What is intended, explored, negotiated, offered, announced or put in a letter, with nothing signed, approved or bound?
// view: totals
// how_to_read: >-
//   None of these figures is money that anybody has: a letter of interest binds nobody, and an offer is open to whoever
//   applies. Papers without a figure are among those that are left out of the sums. What a source tells in one figure
//   with firmer money, such as a total of deals that were made or are explored, is not here; nor is what is signed.
// or_else: Nothing of it is only talk in these records, or nothing is told of it at all.
// parameters:
//   - name: node
//     type: node
//     default: ""
//     meaning: with whom, where or on what
//     labels: [Country, Agency, Company, Project, Initiative, Mineral, Place, Person, "{{own_parties}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[r:FUNDS|GOES_TO|PARTY_TO|ANNOUNCES|LOCATED_IN|COVERS]-(d:Deal)
//       WHERE r.data_set = $data_set AND d.stage IN [
//         'intended', 'exploring', 'negotiating', 'negotiated', 'letter_issued', 'announced', 'offered'
//       ]
//       WITH DISTINCT n, d
//       RETURN n.id AS id, coalesce(n.name, n.id) AS name, count(*) AS rows
//       ORDER BY name, id
MATCH (n:{{node}} {id: $node, data_set: $data_set})-[:FUNDS|GOES_TO|PARTY_TO|ANNOUNCES|LOCATED_IN|COVERS]-(d:Deal) // with node
MATCH (d:Deal {data_set: $data_set}) // without node
WITH DISTINCT d
WHERE d.stage IN ['intended', 'exploring', 'negotiating', 'negotiated', 'letter_issued', 'announced', 'offered']
RETURN d AS deal
ORDER BY deal.id
