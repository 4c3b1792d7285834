// id: money-to-a-company
// title: What a company got, and what came beside it
// question: What did this company, project or initiative get, from whom, how firm is each sum, and who came alongside?
// view: totals
// other_views: [number, ladder, bars, flow, timeline]
// as_of: as_of
// how_to_read: >-
//   Each stage stands by itself, and money of others beside that of the government: a letter or an offer is no money yet,
//   and money that others add came beside the deal, not from the same purse. `funded_by` names who gives where a source does.
//   A figure that several get together is here in full. What was paid out is known only where
//   a source says so.
// or_else: No deal is told to go to it; the saved query `around` shows all else that is told of it.
// asked_as:
//   - what did {company} get and from whom
//   - money for {company}
//   - money to {company}
//   - how much did {company} get
//   - how much money has {company} received
//   - who funds {company}
//   - who finances {company}
//   - who invested alongside in {company}
//   - funding of {company}
//   - which money went to {company}
//   - who pays for {company}
//   - support for {company}
//   - loans to {company}
//   - how much is going to {company}
//   - who gave money to {company}
//   - financing received by {company}
// parameters:
//   - name: company
//     type: node
//     meaning: the company, project, initiative or agency
//     labels: [Company, Project, Initiative, Agency]
//     offers: >-
//       MATCH (n:{{label}} {data_set: $data_set})<-[:GOES_TO]-(d:Deal)
//       RETURN DISTINCT n.id AS id, coalesce(n.name, n.id) AS name, null AS rows
//       ORDER BY name, id
//   - name: as_of
//     type: day
//     meaning: as of the day
//     default: ""
MATCH (n:{{company}} {id: $company, data_set: $data_set})<-[:GOES_TO]-(d:Deal)
WITH collect(DISTINCT d) AS own
UNWIND own AS d
OPTIONAL MATCH (d)<-[:ALONGSIDE]-(o:Deal)
WHERE NOT o IN own
WITH d, collect(o) AS beside
UNWIND [null] + beside AS o
RETURN DISTINCT coalesce(o, d) AS deal, CASE WHEN o IS NOT NULL THEN d END AS through
ORDER BY deal.id, through.id
