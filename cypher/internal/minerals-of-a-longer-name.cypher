// Which minerals with deals are named like another with a word before or after, and are no kinds of it that were asked for.
MATCH (m:Mineral {id: $mineral, data_set: $data_set})
OPTIONAL MATCH (m)<-[:KIND_OF*1..6]-(kind:Mineral)
WITH m, collect(DISTINCT kind.id) AS kinds
MATCH (x:Mineral {data_set: $data_set})<-[:COVERS]-(d:Deal)
WHERE x.id <> m.id AND NOT ($kinds = 'yes' AND x.id IN kinds)
WITH DISTINCT m, kinds, x, toLower(toString(head([] + coalesce(m.name, m.id)))) AS words,
  toLower(toString(head([] + coalesce(x.name, x.id)))) AS longer
WHERE x.id IN kinds OR ' ' + replace(longer, '-', ' ') + ' ' CONTAINS ' ' + replace(words, '-', ' ') + ' '
RETURN x.id AS id, coalesce(x.name, x.id) AS name
ORDER BY name, id
