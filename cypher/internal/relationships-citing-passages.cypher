// The relationships that rest on some passages, with what they connect.
MATCH (a {data_set: $data_set})-[r {data_set: $data_set}]->(b)
WHERE r.evidence IS NOT NULL
UNWIND [] + r.evidence AS cited
WITH a, r, b, cited
WHERE cited IN $passages
RETURN cited, r.id, coalesce(a.name, a.id), type(r), coalesce(b.name, b.id), r.paraphrase
ORDER BY cited, r.id
