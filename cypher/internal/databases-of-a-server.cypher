// The names of the server's databases.
SHOW DATABASES YIELD name
RETURN name
