// Which agencies and companies of a country, and places and sites in it, that were not asked for have deals in which it does not stand itself.
MATCH (c:Country {id: $country, data_set: $data_set})<-[:AGENCY_OF|LIES_IN|LOCATED_IN*1..6]-(x)
WHERE (x:Agency AND $agencies = 'no') OR (x:Company AND $companies = 'no') OR ((x:Place OR x:Project) AND $inside = 'no')
WITH DISTINCT c, x
MATCH (x)-[:FUNDS|GOES_TO|PARTY_TO|LEADS|JOINS|LOCATED_IN]-(d)
WHERE d:Deal OR d:Initiative
OPTIONAL MATCH (c)-[own:FUNDS|GOES_TO|PARTY_TO|LEADS|JOINS|ADVANCES|LOCATED_IN|ANNOUNCES]-(d)
WITH x, own
WHERE own IS NULL
RETURN DISTINCT x.id AS id, coalesce(x.name, x.id) AS name
ORDER BY name, id
