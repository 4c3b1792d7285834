// Name, version and edition, as the server states them.
CALL dbms.components() YIELD name, versions, edition
RETURN name, versions[0], edition
