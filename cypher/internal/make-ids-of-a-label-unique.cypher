// Within a data set an id names one node of a label.
CREATE CONSTRAINT {{name}} IF NOT EXISTS FOR (n:{{label}}) REQUIRE (n.data_set, n.id) IS UNIQUE
