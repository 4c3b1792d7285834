// Nothing but one row.
RETURN 1 AS one
