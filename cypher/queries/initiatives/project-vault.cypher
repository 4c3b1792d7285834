// id: project-vault
// title: What Project Vault is and who pays
// question: Which deals pay for Project Vault, who leads and announced it, and what do the sources say it is for?
// view: network
// other_views: [timeline]
// how_to_read: >-
//   The loan is up to its figure, approved and not told to be drawn. Readings of what is disputed of the vault stand
//   among what is said of it.
// data_set: critical-minerals-2026
MATCH (v:Initiative {id: 'initiative/project-vault', data_set: $data_set})-[r]-(x)
WHERE NOT x:Dispute
OPTIONAL MATCH (x)-[s:FUNDS|PARTY_TO|SERVES]-(p)
WHERE x:Deal OR x:Person
RETURN v, r, x, s, p
ORDER BY r.id, s.id
