// id: all-money
// title: All figures, by stage and side
// question: What does everything come to that may be added, and what stands beside the sums?
// view: totals
MATCH (d:Deal {data_set: $data_set})
WHERE d.amount_qualifier IS NOT NULL
RETURN d AS deal
ORDER BY d.id
