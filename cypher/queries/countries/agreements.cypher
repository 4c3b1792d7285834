// id: agreements
// title: Papers between parties, and what holds on a day
// question: Which papers hold, from when to when, what took their place, and who is a party to each on a day?
// view: table
// how_to_read: >-
//   `held_then` says whether the paper held on the day; not certain where its dates are too rough. A paper without an
//   end that is told is taken to go on. Signed is not carried out, and none of this is money.
// as_of: as_of
// reckons: papers
// or_else: No paper between parties is told of it, or none holds on that day; without a day every paper is shown, those that ended or were never signed among them.
// leaves_out:
//   - {says: "papers beyond the first 5,000 by name, which were not looked at (name a party or a paper)", found_by: papers-beyond-the-first}
// asked_as:
//   - agreements of {node}
//   - which agreements hold on {as_of}
//   - papers signed by {node}
//   - treaties and memoranda with {node}
//   - memorandums of {node}
//   - which papers are in force
//   - frameworks with {node}
//   - what agreements does {node} have
//   - bilateral agreements
//   - which agreements has {node} signed
//   - is there an agreement with {node}
//   - which agreements are in force on {as_of}
// parameters:
//   - name: node
//     type: node
//     default: ""
//     meaning: a party, or the paper
//     labels: [Country, Agency, Company, Person, Deal, "{{own_parties}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[r:PARTY_TO]-()
//       WHERE r.data_set = $data_set
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - {name: agencies, type: yes_no, default: "no", meaning: "of a country, with its agencies"}
//   - {name: companies, type: yes_no, default: "no", meaning: "of a country, with companies that are in it"}
//   - {name: as_of, type: day, default: "", meaning: "the day on which it holds"}
MATCH (n:{{node}} {id: $node, data_set: $data_set}) // with node
WITH n, [n] AS found // with node
{{agencies of n}} // with node with agencies
{{companies in n}} // with node with companies
UNWIND found AS y // with node
MATCH (y)-[:PARTY_TO*0..1]-(d:Deal) // with node
MATCH (d)<-[:PARTY_TO]-() // with node
MATCH (d:Deal {data_set: $data_set})<-[:PARTY_TO]-() // without node
WITH DISTINCT d // without node
ORDER BY coalesce(d.name, d.id), d.id // without node
LIMIT $most // without node without as_of
LIMIT 5000 // without node with as_of
WITH DISTINCT d
OPTIONAL MATCH (d)<-[:ABOUT]-(c:Claim)
WHERE c.topic = 'stage'
WITH d, collect(c) AS steps
OPTIONAL MATCH (d)<-[e:EXTENDS]-(more)
WHERE NOT coalesce(more.stage IN ['cancelled', 'withdrawn'], false)
OPTIONAL MATCH (more)<-[off:SUPERSEDES|CANCELS]-()
WITH d, steps, CASE WHEN off IS NULL THEN coalesce(e.until, more.until) END AS new_end
WITH d, steps, collect(new_end) AS extended
OPTIONAL MATCH (d)<-[s:SUPERSEDES|CANCELS]-(x)
WITH d, steps, extended, collect(CASE WHEN s IS NOT NULL THEN {by: coalesce(x.name, x.id), date: s.date} END) AS ends
MATCH (d)<-[r:PARTY_TO]-(p)
WITH d, steps, extended, ends, r, p
ORDER BY coalesce(p.name, p.id), r.id
WITH d, steps, extended, ends, collect([] + coalesce(r.disputes, [])) AS of_parties,
  collect({called: coalesce(p.name, p.id), since: r.since, until: r.until}) AS parties
RETURN d AS deal, steps, extended, ends, parties,
  reduce(found = [] + coalesce(d.disputes, []), some IN of_parties | found + some) AS disputes
ORDER BY coalesce(d.name, d.id), d.id
