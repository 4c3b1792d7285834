// What amended, extended, superseded or cancelled some deals.
UNWIND $ids AS id
MATCH (d:Deal {id: id, data_set: $data_set})<-[r:AMENDS|EXTENDS|SUPERSEDES|CANCELS]-(x)
RETURN d.id AS deal, r AS change, coalesce(x.name, x.id) AS name
ORDER BY deal, r.id
