// The relationships that rest on some passages, as a whole or with single properties, with what they connect.
MATCH (a {data_set: $data_set})-[r {data_set: $data_set}]->(b)
UNWIND keys(r) AS property
WITH a, r, b, property
WHERE property = 'evidence' OR property ENDS WITH '_evidence'
UNWIND [] + coalesce(r[property], []) AS cited
WITH a, r, b, property, cited
WHERE cited IN $passages
WITH a, r, b, cited, collect(DISTINCT property) AS properties
RETURN cited, r.id, coalesce(a.name, a.id), type(r), coalesce(b.name, b.id), r.paraphrase, properties
ORDER BY cited, r.id
