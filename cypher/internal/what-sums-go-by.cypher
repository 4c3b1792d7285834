// What the sums of some deals go by: who funds them, to whom they go, where, for which mineral, and in what they lie.
UNWIND $ids AS id
MATCH (d:Deal {id: id, data_set: $data_set})-[r:FUNDS|GOES_TO|LOCATED_IN|COVERS|PART_OF]-(n)
RETURN d, r, n
ORDER BY r.id
