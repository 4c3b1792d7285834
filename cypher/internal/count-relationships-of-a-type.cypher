// How many relationships a type has, counted up to a bound.
MATCH ()-[r:{{type}}]->()
WITH r
LIMIT $most
RETURN count(r) AS relationships
