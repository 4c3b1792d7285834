// Within a data set an id names one relationship of a type.
CREATE CONSTRAINT {{name}} IF NOT EXISTS FOR ()-[r:{{type}}]-() REQUIRE (r.data_set, r.id) IS UNIQUE
