// A node of a label that is there already, so that trying leaves no new name of a label behind.
CREATE (n:DataSet)
