// id: money-without-a-mineral
// title: Money that names no mineral
// question: What do the deals come to that name no mineral, so that they are in no sum of a mineral?
// how_to_read: Each stage and side by itself, as in all totals. A whole that names no mineral is here with its whole figure, also where parts of it name one; these are named above the answer and must not be added. What lies inside a deal that names one is of that mineral, and not here. That no mineral is named does not say that there is none; the articles do not tell.
// view: totals
// other_views: [number, ladder, bars, flow, timeline]
// as_of: as_of
// or_else: Every deal with a figure names a mineral; `money-by-mineral` has them.
// leaves_out:
//   - {says: papers without a figure that name no mineral either, found_by: papers-that-name-no-mineral}
//   - {says: "parts of these that name a mineral, as deals of their own", found_by: parts-that-name-a-mineral}
// asked_as:
//   - money without a mineral
//   - money that is for no particular mineral
//   - money that names no mineral
//   - funding not tied to any mineral
//   - deals that name no mineral
//   - which sums are for no mineral
//   - unspecified mineral
// parameters:
//   - {name: as_of, type: day, default: "", meaning: as of the day}
MATCH (d:Deal {data_set: $data_set})
WHERE d.amount_qualifier IS NOT NULL
OPTIONAL MATCH (d)-[:PART_OF*0..6]->(:Deal)-[c:COVERS]->(:Mineral)
WITH d, c
WHERE c IS NULL
RETURN d AS deal
ORDER BY d.id
