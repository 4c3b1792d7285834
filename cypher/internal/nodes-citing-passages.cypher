// The nodes that rest on some passages; those that claim something or ask a question, with the nodes that this is about.
MATCH (n {data_set: $data_set})
WHERE n.evidence IS NOT NULL
UNWIND [] + n.evidence AS cited
WITH n, cited
WHERE cited IN $passages
OPTIONAL MATCH (n)-[:ABOUT|CONCERNS]->(about)
RETURN cited, n.id, coalesce(n.name, n.id), n.paraphrase, about.id, coalesce(about.name, about.id)
ORDER BY cited, n.id, about.id
