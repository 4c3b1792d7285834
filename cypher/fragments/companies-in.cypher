OPTIONAL MATCH ({{node}})<-[:LIES_IN*0..6]-()<-[:LOCATED_IN]-(company:Company)
WITH {{node}}, found, collect(DISTINCT company) AS more
WITH {{node}}, found + more AS found
