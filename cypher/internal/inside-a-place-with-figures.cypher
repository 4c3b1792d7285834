// What lies in a country or place or belongs to it, was not asked for, and has deals with a figure in which it does not stand itself.
MATCH (c:Country {id: $place, data_set: $data_set})<-[:AGENCY_OF|LIES_IN|LOCATED_IN*1..7]-(x)
WHERE (x:Agency AND $agencies = 'no') OR (x:Company AND $companies = 'no') OR ((x:Place OR x:Project) AND $inside = 'no')
WITH DISTINCT c, x
MATCH (x)-[:FUNDS|GOES_TO|PARTY_TO|LOCATED_IN]-(d:Deal)
WHERE d.amount_qualifier IS NOT NULL
OPTIONAL MATCH (c)-[own:FUNDS|GOES_TO|PARTY_TO|LOCATED_IN]-(d)
WITH x, own
WHERE own IS NULL
RETURN DISTINCT x.id AS id, coalesce(x.name, x.id) AS name
ORDER BY name, id
UNION ALL
MATCH (c:Place {id: $place, data_set: $data_set})<-[:LIES_IN|LOCATED_IN*1..7]-(x)
WHERE (x:Company AND $companies = 'no') OR ((x:Place OR x:Project) AND $inside = 'no')
WITH DISTINCT c, x
MATCH (x)-[:FUNDS|GOES_TO|PARTY_TO|LOCATED_IN]-(d:Deal)
WHERE d.amount_qualifier IS NOT NULL
OPTIONAL MATCH (c)-[own:FUNDS|GOES_TO|PARTY_TO|LOCATED_IN]-(d)
WITH x, own
WHERE own IS NULL
RETURN DISTINCT x.id AS id, coalesce(x.name, x.id) AS name
ORDER BY name, id
