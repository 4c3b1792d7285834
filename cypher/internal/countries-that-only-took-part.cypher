// Which countries have nothing in the graph but that they took part in one of some events, and are not among some nodes.
UNWIND $occasions AS occasion
MATCH (e:Event {id: occasion, data_set: $data_set})<-[r:ATTENDS {role: 'participant'}]-(c:Country)
WHERE NOT c.id IN $ids
OPTIONAL MATCH (c)-[other]-()
WHERE other.id IS NULL OR other.id <> r.id
WITH e, r, c, count(other) AS others
WHERE others = 0
RETURN e, r, c
ORDER BY e.id, c.id
