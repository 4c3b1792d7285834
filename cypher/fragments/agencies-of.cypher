OPTIONAL MATCH ({{node}})<-[:AGENCY_OF*1..3]-(agency:Agency)
WITH {{node}}, found, collect(DISTINCT agency) AS more
WITH {{node}}, found + more AS found
