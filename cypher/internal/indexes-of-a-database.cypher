// Which indexes the database has; those that find nodes by label alone have no properties.
SHOW INDEXES YIELD name, state, entityType, labelsOrTypes, properties
RETURN name, state, entityType, labelsOrTypes, properties
