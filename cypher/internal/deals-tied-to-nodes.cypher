// The deals that some nodes of a label are tied to in a way that sums go by: who gives, who gets, where, and for which mineral.
UNWIND $ids AS id
MATCH (x:{{label}} {id: id, data_set: $data_set})-[r:FUNDS|GOES_TO|LOCATED_IN|COVERS]-(d:Deal)
RETURN DISTINCT x.id AS node, type(r) AS type, d.id AS deal
ORDER BY node, type, deal
