// Write rows of [start, links], each link [end, properties] as lists, as new relationships; how many found both ends.
UNWIND $rows AS row
MATCH (a:{{start}} {id: row[0], data_set: $data_set})
UNWIND row[1] AS link
MATCH (b:{{end}} {id: link[0], data_set: $data_set})
WITH a, b, link[1] AS given
CREATE (a)-[r:{{type}} {data_set: $data_set, {{properties}}}]->(b)
RETURN count(r) AS written
