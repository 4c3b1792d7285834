// id: only-talk
// title: What is only talk so far
// question: What is intended, explored, negotiated, offered, announced or put in a letter, with nothing signed, approved or bound?
// view: totals
// other_views: [number, ladder, bars, flow, timeline]
// how_to_read: >-
//   None of these figures is money that anybody has: a letter of interest binds nobody, and an offer is open to whoever
//   applies. Papers without a figure are among those that are left out of the sums. What a source tells in one figure
//   with firmer money, such as a total of deals that were made or are explored, is not here; nor is what is signed.
// sum_of_mineral: node
// or_else: Nothing of it is only talk in these records, or nothing is told of it at all.
// asked_as:
//   - what is only talk
//   - what is only talk so far about {node}
//   - what is still only talk in {node}
//   - nothing signed yet
//   - what is merely intended, announced or explored
//   - what is not binding yet
//   - what has not been signed
//   - which deals with {node} are not firm
//   - what is still being negotiated with {node}
//   - still in talks
//   - letters of interest and offers only
//   - mere announcements
//   - just promises without commitment
// parameters:
//   - name: node
//     type: node
//     default: ""
//     meaning: a party, place or mineral whose deals are meant
//     labels: [Country, Agency, Company, Project, Initiative, Mineral, Place, Person, "{{own_parties}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[r:FUNDS|GOES_TO|PARTY_TO|ANNOUNCES|LOCATED_IN|COVERS]-(d:Deal)
//       WHERE r.data_set = $data_set AND d.stage IN [
//         'intended', 'exploring', 'negotiating', 'negotiated', 'letter_issued', 'announced', 'offered'
//       ]
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - {name: kinds, type: yes_no, default: "yes", meaning: "on kinds of that mineral, too"}
//   - {name: inside, type: yes_no, default: "no", meaning: "in its states, towns and sites, too"}
//   - {name: agencies, type: yes_no, default: "no", meaning: "of its agencies, too"}
MATCH (n:{{node}} {id: $node, data_set: $data_set}) // with node
WITH n, [n] AS found // with node
{{kinds of n}} // with node with kinds
{{places in n}} // with node with inside
{{sites in n}} // with node with inside
{{agencies of n}} // with node with agencies
UNWIND found AS x // with node
MATCH (x)-[r:FUNDS|GOES_TO|PARTY_TO|ANNOUNCES|LOCATED_IN|COVERS]-(w:Deal)<-[:PART_OF*0..6]-(d:Deal) // with node
WHERE d.id = w.id OR type(r) = 'COVERS' // with node
WITH DISTINCT n, x, w, d // with node
OPTIONAL MATCH (d)-[:PART_OF*0..6]->(b:Deal)-[:PART_OF*1..6]->(w), (b)-[c:COVERS]->(:Mineral) // with node
WITH n, x, w, d, c // with node
WHERE c IS NULL // with node
WITH DISTINCT d, CASE WHEN d.id <> w.id THEN w WHEN x.id <> n.id THEN x END AS through // with node
MATCH (d:Deal {data_set: $data_set}) // without node
WITH d, null AS through // without node
WHERE d.stage IN ['intended', 'exploring', 'negotiating', 'negotiated', 'letter_issued', 'announced', 'offered']
RETURN d AS deal, through
ORDER BY deal.id, through.id
