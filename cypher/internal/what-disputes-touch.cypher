// What some disputes are about: nodes themselves, and the ends of relationships.
UNWIND $ids AS id
MATCH (d:Dispute {id: id, data_set: $data_set})-[c:CONCERNS]->(n)
RETURN d.id AS dispute, n.id AS node, coalesce(n.name, n.id) AS name, c.role AS role
ORDER BY dispute, CASE role WHEN 'end' THEN 1 ELSE 0 END, node
