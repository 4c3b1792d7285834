// Which agencies and companies of a country, and places and sites in it, have deals in which it does not stand itself.
MATCH (c:Country {id: $country, data_set: $data_set})<-[:AGENCY_OF|LIES_IN|LOCATED_IN]-(x)-[:FUNDS|GOES_TO|PARTY_TO|LEADS|JOINS|LOCATED_IN]-(d)
WHERE (x:Agency OR x:Company OR x:Place OR x:Project) AND (d:Deal OR d:Initiative)
OPTIONAL MATCH (c)-[own:FUNDS|GOES_TO|PARTY_TO|LEADS|JOINS|ADVANCES|LOCATED_IN|ANNOUNCES]-(d)
WITH x, own
WHERE own IS NULL
RETURN DISTINCT x.id AS id, x.name AS name
ORDER BY name, id
