// id: who-did-what
// title: Who did what, when, and by whose report
// question: What did this person, agency, company or country sign, fund, announce, host, attend, lead or hold, on which day, by whose report and in whose words?
// how_to_read: A row is one act, in order of time; what has no day stands last. The day is that of the act, else of what it led to, such as the meeting. Several articles in one origin's words are one report. An office that somebody held is an act here, with its beginning.
// view: table
// other_views: [timeline]
// reckons: history
// or_else: No act of it is told; `around` has all that is connected with it.
// parameters:
//   - name: who
//     type: node
//     meaning: who
//     labels: [Person, Agency, Company, Country, "{{own_parties}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})-[r:FUNDS|PARTY_TO|ANNOUNCES|WITNESSES|SIGNS|LEADS|JOINS|SERVES|HOSTS|ATTENDS|IMPOSES|OWNS|OPERATES]->()
//       RETURN n.id AS id, coalesce(n.name, n.id) AS name, count(*) AS rows
//       ORDER BY name, id
//   - {name: agencies, type: yes_no, default: "no", meaning: "with its agencies and offices"}
//   - {name: people, type: yes_no, default: "no", meaning: "with the people who serve it"}
MATCH (n:{{who}} {id: $who, data_set: $data_set})
WITH n, [n] AS found
{{agencies of n}} // with agencies
OPTIONAL MATCH (n)<-[:AGENCY_OF*0..3]-()<-[:SERVES]-(x:Person) // with people with agencies
OPTIONAL MATCH (n)<-[:SERVES]-(x:Person) // with people without agencies
WITH n, found, collect(DISTINCT x) AS more // with people
WITH n, found + more AS found // with people
UNWIND found AS y
MATCH (y)-[r:FUNDS|PARTY_TO|ANNOUNCES|WITNESSES|SIGNS|LEADS|JOINS|SERVES|HOSTS|ATTENDS|IMPOSES|OWNS|OPERATES]->(b)
WITH DISTINCT y, r, b
UNWIND CASE WHEN size([] + coalesce(r.articles, [])) = 0 THEN [null] ELSE [] + r.articles END AS cited
OPTIONAL MATCH (a:Source {id: cited, data_set: $data_set})
WITH y, r, b, coalesce(a.name, a.id) AS article
ORDER BY article
WITH y, r, b, collect(DISTINCT article) AS reported_by
UNWIND CASE WHEN size([] + coalesce(r.origins, [])) = 0 THEN [null] ELSE [] + r.origins END AS repeated
OPTIONAL MATCH (o:Source {id: repeated, data_set: $data_set})
WITH y, r, b, reported_by, coalesce(o.name, o.id) AS origin
ORDER BY origin
WITH y, r, b, reported_by, collect(DISTINCT origin) AS in_words_of
RETURN coalesce(r.date, r.since, r.held_on, b.date) AS date, coalesce(y.name, y.id) AS who,
  replace(toLower(type(r)), '_', ' ') AS did, coalesce(b.name, b.id) AS of, replace(toString(r.role), '_', ' ') AS role,
  r.office AS office, r.until AS until, r.paraphrase AS says, reported_by, in_words_of,
  [] + coalesce(r.disputes, []) AS disputes, r.id AS id
ORDER BY did, of, b.id, who, y.id, id
