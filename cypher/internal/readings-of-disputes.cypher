// The readings of some disputes, the preferred ones first.
UNWIND $ids AS id
MATCH (d:Dispute {id: id, data_set: $data_set})<-[:READING_OF]-(c:Claim)
RETURN d.id, coalesce(d.name, d.id), d.kind, c.id, c.paraphrase, c.rank, c.stance, c.reason, c.evidence
ORDER BY d.id, CASE c.rank WHEN 'preferred' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END, c.id
