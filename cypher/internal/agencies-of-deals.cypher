// The agencies whose deals some deals are: whose money they are, or who made them.
UNWIND $ids AS id
MATCH (d:Deal {id: id, data_set: $data_set})<-[:FUNDS|PARTY_TO]-(a:Agency)
RETURN DISTINCT d.id AS deal, a.id AS agency, coalesce(a.name, a.id) AS name
ORDER BY deal, agency
