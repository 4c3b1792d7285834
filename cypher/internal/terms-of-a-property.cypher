// Which values a property of a label has.
MATCH (n:{{label}} {data_set: $data_set})
WHERE n.{{property}} IS NOT NULL
RETURN DISTINCT n.{{property}} AS v
ORDER BY v
