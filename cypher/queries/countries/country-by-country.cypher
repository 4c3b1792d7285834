// id: country-by-country
// title: Every country, and its part
// question: For each country, where did it take part, what did it sign, what does it plan, whose money is placed in it, and what goes to it?
// view: table
// other_views: [matrix]
// how_to_read: >-
//   `signed` has papers of the country in its own name that are signed or further, `planned` those that are intended,
//   announced or negotiated; its agencies' papers are theirs. `placed_there` are deals in it or in a place of it, and
//   `money_of` who funds these: a place is no recipient. An empty field says that no source tells of it, not that there
//   is nothing.
// asked_as:
//   - every country and its part
//   - country by country
//   - overview by country
//   - what has each country signed
//   - compare all countries
//   - for each country what did it sign and what does it get
//   - list of all countries and what each did
//   - what each country signed, plans and receives
//   - table of countries
MATCH (c:Country {data_set: $data_set})
OPTIONAL MATCH (c)-[:ATTENDS|HOSTS]->(e:Event)
WITH c, coalesce(e.name, e.id) AS event
ORDER BY event
WITH c, collect(DISTINCT event) AS took_part
OPTIONAL MATCH (c)-[:PARTY_TO]->(d:Deal)
WITH c, took_part, coalesce(d.name, d.id) AS paper,
  d.stage IN ['intended', 'exploring', 'negotiating', 'negotiated', 'letter_issued', 'announced', 'offered'] AS is_talk,
  d.stage IN ['withdrawn', 'cancelled', 'mixed', 'not_stated'] AS is_open
ORDER BY paper
WITH c, took_part, collect(DISTINCT CASE WHEN NOT is_talk AND NOT is_open THEN paper END) AS signed,
  collect(DISTINCT CASE WHEN is_talk THEN paper END) AS planned
OPTIONAL MATCH (c)<-[:LIES_IN*0..6]-()<-[:LOCATED_IN]-(d:Deal)
OPTIONAL MATCH (d)<-[:FUNDS]-(f)
WITH c, took_part, signed, planned, coalesce(d.name, d.id) AS placed, coalesce(f.name, f.id) AS funder
ORDER BY placed, funder
WITH c, took_part, signed, planned, collect(DISTINCT placed) AS placed_there, collect(DISTINCT funder) AS funders
UNWIND CASE WHEN size(funders) = 0 THEN [null] ELSE funders END AS funder
WITH c, took_part, signed, planned, placed_there, funder
ORDER BY funder
WITH c, took_part, signed, planned, placed_there, collect(funder) AS money_of
OPTIONAL MATCH (c)<-[:GOES_TO]-(d:Deal)
WITH c, took_part, signed, planned, placed_there, money_of, coalesce(d.name, d.id) AS gets
ORDER BY gets
WITH c, took_part, signed, planned, placed_there, money_of, collect(DISTINCT gets) AS goes_to_it
RETURN coalesce(c.name, c.id) AS country, took_part, signed, planned, placed_there, money_of, goes_to_it,
  c.paraphrase AS says, c.articles AS articles, [] + coalesce(c.disputes, []) AS disputes, c.id AS country_id
ORDER BY country, country_id
