OPTIONAL MATCH ({{node}})<-[:LIES_IN*1..6]-(within:Place)
WITH {{node}}, found, collect(DISTINCT within) AS more
WITH {{node}}, found + more AS found
