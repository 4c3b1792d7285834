// id: what-a-speaker-promises
// title: What a speaker promises
// question: What does this speaker plan, promise or say that something is for, by whose report, and is the wording disputed?
// how_to_read: Plans first, then purposes, then readings of disputes, of which `rank` says which wording is preferred. These are the speaker's words and nobody's finding; no money is bound by them. A document that the speaker issued speaks for it unless that is switched off.
// view: table
// or_else: No plan or purpose is given as its words; `what-is-said` has what is said of it, and `who-did-what` what it did.
// asked_as:
//   - what does {speaker} promise
//   - promises of {speaker}
//   - what did {speaker} say
//   - what does {speaker} plan
//   - plans of {speaker}
//   - what has {speaker} pledged
//   - what does {speaker} intend
//   - statements of {speaker}
//   - what does {speaker} want
//   - in the words of {speaker}
//   - what did {speaker} announce it would do
//   - what does {speaker} claim
//   - plans of the {speaker} government
// parameters:
//   - name: speaker
//     type: node
//     meaning: the speaker
//     labels: [Person, Agency, Country, Company, Source, "{{own_parties}}"]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})<-[:ISSUED_BY*0..1]-()<-[:SAID_BY]-(:Claim)
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - {name: documents, type: yes_no, default: "yes", meaning: "with documents, statements and posts that it issued"}
//   - {name: people, type: yes_no, default: "no", meaning: "with the people who serve it"}
//   - {name: topics, type: many_of, among: [plan, purpose, reading, weight, description], default: "plan,purpose,reading", meaning: "what the words are: plans, purposes, readings of a dispute, weights or descriptions"}
MATCH (n:{{speaker}} {id: $speaker, data_set: $data_set})
WITH n, [n] AS found
OPTIONAL MATCH (n)<-[:ISSUED_BY]-(x:Source) // with documents
WITH n, found, collect(DISTINCT x) AS more // with documents
WITH n, found + more AS found // with documents
OPTIONAL MATCH (n)<-[:SERVES]-(x:Person) // with people
WITH n, found, collect(DISTINCT x) AS more // with people
WITH n, found + more AS found // with people
UNWIND found AS s
MATCH (s)<-[:SAID_BY]-(c:Claim)
WHERE c.topic IN split($topics, ',')
WITH c, coalesce(s.name, s.id) AS speaker
ORDER BY speaker
WITH c, collect(DISTINCT speaker) AS said_by
OPTIONAL MATCH (c)-[:ABOUT]->(b)
WITH c, said_by, coalesce(b.name, b.id) AS subject
ORDER BY subject
WITH c, said_by, collect(DISTINCT subject) AS about
OPTIONAL MATCH (c)-[:RESTS_ON]->(:Passage)-[:FROM_SOURCE]->(a:Source)
WITH c, said_by, about, coalesce(a.name, a.id) AS article
ORDER BY article
WITH c, said_by, about, collect(DISTINCT article) AS reported_by
OPTIONAL MATCH (c)-[:READING_OF]->(d:Dispute)
RETURN c.topic AS topic, about, c.paraphrase AS says, said_by, reported_by, coalesce(d.name, d.id) AS dispute, c.rank AS rank,
  c.reason AS reason, c.id AS claim_id
ORDER BY CASE c.topic WHEN 'plan' THEN 0 WHEN 'purpose' THEN 1 WHEN 'reading' THEN 2 WHEN 'weight' THEN 3 ELSE 4 END, topic, claim_id
