// Which countries took part in some events and are not among some nodes.
UNWIND $occasions AS occasion
MATCH (e:Event {id: occasion, data_set: $data_set})<-[r:ATTENDS {role: 'participant'}]-(c:Country)
WHERE NOT c.id IN $ids
RETURN e, r, c
ORDER BY e.id, c.id
