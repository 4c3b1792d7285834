// Which minerals with deals are named like another with a word before or after.
MATCH (m:Mineral {id: $mineral, data_set: $data_set})
MATCH (x:Mineral {data_set: $data_set})<-[:COVERS]-(d:Deal)
WITH DISTINCT m, x, toLower(toString(head([] + coalesce(m.name, m.id)))) AS words,
  toLower(toString(head([] + coalesce(x.name, x.id)))) AS longer
WHERE x.id <> m.id AND ' ' + replace(longer, '-', ' ') + ' ' CONTAINS ' ' + replace(words, '-', ' ') + ' '
RETURN x.id AS id, coalesce(x.name, x.id) AS name
ORDER BY name, id
