// Which countries took part in an event and are not among some nodes.
MATCH (c:Country {data_set: $data_set})-[:ATTENDS {role: 'participant'}]->(e:Event)
WHERE NOT c.id IN $ids
RETURN c, e
ORDER BY c.id
