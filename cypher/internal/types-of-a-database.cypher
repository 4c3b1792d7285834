// Which relationship types the database has, whoever wrote them.
CALL db.relationshipTypes() YIELD relationshipType AS type
RETURN type
ORDER BY type
