// Take a constraint away by its name; no data goes.
DROP CONSTRAINT {{name}} IF EXISTS
