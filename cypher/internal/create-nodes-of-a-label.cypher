// Write rows, each a list of properties, as new nodes of a label; how many.
UNWIND $rows AS row
CREATE (n:{{label}} {data_set: $data_set, {{properties}}})
RETURN count(n) AS written
