// Which labels the database has, whoever wrote them.
CALL db.labels() YIELD label
RETURN label
ORDER BY label
