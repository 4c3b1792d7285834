OPTIONAL MATCH ({{node}})<-[:KIND_OF*1..6]-(kind:Mineral)
WITH {{node}}, found, collect(DISTINCT kind) AS more
WITH {{node}}, found + more AS found
