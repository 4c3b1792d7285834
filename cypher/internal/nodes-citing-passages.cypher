// The nodes that rest on some passages, as a whole or with single properties.
// Those that claim something or ask a question come with the nodes that this is about.
MATCH (n {data_set: $data_set})
UNWIND keys(n) AS property
WITH n, property
WHERE property = 'evidence' OR property ENDS WITH '_evidence'
UNWIND [] + coalesce(n[property], []) AS cited
WITH n, property, cited
WHERE cited IN $passages
WITH n, cited, collect(DISTINCT property) AS properties
OPTIONAL MATCH (n)-[:ABOUT|CONCERNS]->(about)
RETURN cited, n.id, coalesce(n.name, n.id), n.paraphrase, properties, about.id, coalesce(about.name, about.id)
ORDER BY cited, n.id, about.id
