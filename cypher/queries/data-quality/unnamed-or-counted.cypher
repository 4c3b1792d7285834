// id: unnamed-or-counted
// title: What is unnamed, or only counted
// question: Whom do the sources leave without a name, what do they only count, and which lists do they leave open?
// how_to_read: Left unnamed is a party, office or publisher that no source names. Only counted are papers, countries and the like of which fewer are named than told. An open list names some parts and says that there are more, or may be. Numbers that stand only in what somebody says, such as how many ministers came, are not here; `what-is-said` has them.
// view: table
// or_else: Everything has a name, no number is without its parts, and no list is left open.
// asked_as:
//   - what is unnamed or only counted
//   - who is left without a name
//   - anonymous parties
//   - unnamed companies
//   - unidentified companies and people
//   - which lists are left open
//   - who is mentioned but not named
//   - how many are only counted
//   - nameless parties
MATCH (n {data_set: $data_set})
WHERE NOT n:Claim AND NOT n:Dispute AND NOT n:Passage AND NOT n:DataSet
  AND ('unnamed' IN [] + coalesce(n.kind, []) OR toLower(toString(head([] + coalesce(n.name, n.id)))) CONTAINS 'unnamed')
RETURN 'left unnamed' AS how, coalesce(n.name, n.id) AS name, split(n.id, '/')[0] AS kind, null AS told, null AS qualifier,
  null AS unit, null AS named, n.paraphrase AS says, n.articles AS articles, [] + coalesce(n.disputes, []) AS disputes, n.id AS id
ORDER BY kind, name, id
LIMIT $most
UNION ALL
MATCH (d:Deal {data_set: $data_set})
WHERE d.amount_unit IN ['agreements', 'countries', 'companies', 'projects', 'licences', 'people']
OPTIONAL MATCH (d)<-[:PART_OF]-(p:Deal)
WITH d, count(p) AS named
WHERE d.amount_value > named
RETURN 'only counted' AS how, coalesce(d.name, d.id) AS name, 'deal' AS kind, d.amount_value AS told,
  d.amount_qualifier AS qualifier, d.amount_unit AS unit, named, d.paraphrase AS says, d.articles AS articles,
  [] + coalesce(d.disputes, []) AS disputes, d.id AS id
ORDER BY name, id
LIMIT $most
UNION ALL
MATCH (d:Deal {data_set: $data_set})
WHERE d.list_of_parts = 'open'
OPTIONAL MATCH (d)<-[:PART_OF]-(p:Deal)
WITH d, count(p) AS named, d.amount_unit IN ['agreements', 'countries', 'companies', 'projects', 'licences', 'people'] AS is_number
RETURN 'named in part, the list is open' AS how, coalesce(d.name, d.id) AS name, 'deal' AS kind,
  CASE WHEN is_number THEN d.amount_value END AS told, CASE WHEN is_number THEN d.amount_qualifier END AS qualifier,
  CASE WHEN is_number THEN d.amount_unit END AS unit, named, d.paraphrase AS says, d.articles AS articles,
  [] + coalesce(d.disputes, []) AS disputes, d.id AS id
ORDER BY name, id
LIMIT $most
