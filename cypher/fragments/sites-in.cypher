OPTIONAL MATCH ({{node}})<-[:LIES_IN*0..6]-()<-[:LOCATED_IN]-(site:Project)
WITH {{node}}, found, collect(DISTINCT site) AS more
WITH {{node}}, found + more AS found
