// The disputes about relationships by which sums go: in what deals lie, whose and of what they are, what they may be.
UNWIND $ids AS id
MATCH (d:Deal {id: id, data_set: $data_set})-[r:PART_OF|FUNDS|MAY_BE_SAME_AS|COVERS|LOCATED_IN|GOES_TO]-()
WHERE r.disputes IS NOT NULL AND (type(r) <> 'PART_OF' OR startNode(r).id = d.id)
UNWIND [] + r.disputes AS dispute
RETURN DISTINCT d.id AS deal, type(r) AS type, dispute
ORDER BY deal, type, dispute
