// id: all-money
// title: All figures, by stage and side
// question: What does everything come to that may be added, and what stands beside the sums?
// view: totals
// as_of: as_of
// parameters:
//   - name: as_of
//     type: day
//     meaning: as of the day
//     default: ""
MATCH (d:Deal {data_set: $data_set})
WHERE d.amount_qualifier IS NOT NULL
RETURN d AS deal
ORDER BY d.id
