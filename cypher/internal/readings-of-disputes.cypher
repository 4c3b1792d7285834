// The readings of some disputes: the weightiest disputes first, of each the preferred readings first.
UNWIND $ids AS id
MATCH (d:Dispute {id: id, data_set: $data_set})<-[:READING_OF]-(c:Claim)
RETURN d.id, coalesce(d.name, d.id), d.kind, d.weight, d.would_change, d.disagreement,
  c.id, c.paraphrase, c.rank, c.stance, c.reason, c.evidence, c.changes
ORDER BY CASE d.weight WHEN 'decides' THEN 0 WHEN 'detail' THEN 2 ELSE 1 END, d.id,
  CASE c.rank WHEN 'preferred' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END, c.id
