// id: who-deals-in-a-mineral
// title: Who deals in a mineral, and who only plans to
// question: Who funds, gets, signs, leads, joins, owns or runs what is about this mineral or one of its kinds, and how far has it come?
// how_to_read: A row is one part of one party in one thing, with how far a deal has come; intended, exploring, negotiating, a letter, an announcement or an offer binds nobody. A thing about several kinds stands here once, with their names; one of which no party is told stands here with none. What mentions no mineral cannot be here.
// view: table
// or_else: No deal, initiative, project or company is told to be about it; a measure may be, see `measures`, and so may a kind of another name.
// leaves_out:
//   - {says: deals that name only a narrower mineral or group, found_by: minerals-of-a-longer-name}
// asked_as:
//   - who deals in {mineral}
//   - who is involved in {mineral}
//   - who is active in {mineral} and who only plans to
//   - which companies work on {mineral}
//   - players in {mineral}
//   - who mines {mineral}
//   - who produces {mineral}
//   - who has to do with {mineral}
//   - who is in the {mineral} business
//   - which countries and companies deal with {mineral}
//   - actors in {mineral}
// parameters:
//   - name: mineral
//     type: node
//     meaning: the mineral
//     labels: [Mineral]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})<-[:KIND_OF*0..6]-(:Mineral)<-[:COVERS]-(:Deal|Initiative|Project|Company)
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - {name: kinds, type: yes_no, default: "yes", meaning: "with its kinds: for rare earths, also heavy and light ones"}
MATCH (m:Mineral {id: $mineral, data_set: $data_set})
WITH m, [m] AS found
{{kinds of m}} // with kinds
UNWIND found AS x
MATCH (x)<-[:COVERS]-(t:Deal|Initiative|Project|Company)
WITH t, coalesce(x.name, x.id) AS mineral, x.id AS mineral_id
ORDER BY mineral, mineral_id
WITH t, collect(DISTINCT mineral) AS names
OPTIONAL MATCH (t)-[r:FUNDS|PARTY_TO|GOES_TO|LEADS|JOINS|OWNS|OPERATES]-(w)
WHERE (type(r) = 'GOES_TO' AND w.id <> startNode(r).id) OR (type(r) <> 'GOES_TO' AND w.id = startNode(r).id)
RETURN coalesce(w.name, w.id) AS who, replace(toString(r.role), '_', ' ') AS part, coalesce(t.name, t.id) AS what,
  split(t.id, '/')[0] AS kind, replace(toString(t.stage), '_', ' ') AS stage, names,
  coalesce(r.paraphrase, t.paraphrase) AS says, coalesce(r.articles, t.articles) AS articles,
  [] + coalesce(r.disputes, []) + coalesce(t.disputes, []) AS disputes, t.id AS what_id, w.id AS who_id
ORDER BY what, what_id, part, who, who_id, r.id
