// In a script that holds its own values: rows of {id, start, end, properties} between nodes of two labels.
UNWIND {{rows}} AS row
MATCH (a:{{start}} {id: row.start, data_set: {{data_set}}})
MATCH (b:{{end}} {id: row.end, data_set: {{data_set}}})
MERGE (a)-[r:{{type}} {id: row.id, data_set: {{data_set}}}]->(b)
SET r = row.properties
