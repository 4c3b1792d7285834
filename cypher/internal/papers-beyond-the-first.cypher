// Papers at which a question about a day does not look, where neither a party nor a paper is named.
MATCH (d:Deal {data_set: $data_set})<-[:PARTY_TO]-()
WHERE $node = '' AND $as_of <> ''
WITH DISTINCT d
ORDER BY coalesce(d.name, d.id), d.id
SKIP 5000
RETURN d.id AS id, coalesce(d.name, d.id) AS name
