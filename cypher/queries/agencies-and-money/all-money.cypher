// id: all-money
// title: All figures, by stage and side
// question: What does everything come to that may be added, and what stands beside the sums?
// view: totals
// other_views: [number, ladder, bars, flow, timeline]
// how_to_read: >-
//   Only figures of one unit, one stage and one side are added, and what lies inside another is not added again. What
//   stands beside the sums, an umbrella or a figure that is not given, is told with its reason. No sum is the whole
//   of what was spent: these are the figures that the articles tell.
// as_of: as_of
// asked_as:
//   - all the money
//   - total of everything
//   - grand total
//   - how much money altogether
//   - what does it all add up to
//   - sum of all figures by stage
//   - overall total of all deals
//   - how much money in total
//   - total funding overall
//   - how much has been committed in total
//   - all figures by stage and side
// parameters:
//   - name: as_of
//     type: day
//     meaning: as of the day
//     default: ""
MATCH (d:Deal {data_set: $data_set})
WHERE d.amount_qualifier IS NOT NULL
RETURN d AS deal
ORDER BY d.id
