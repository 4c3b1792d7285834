// In a script that holds its own values: rows of {id, properties} as nodes of a label, whether they are there or not.
UNWIND {{rows}} AS row
MERGE (n:{{label}} {id: row.id, data_set: {{data_set}}})
SET n = row.properties
